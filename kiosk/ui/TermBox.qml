pragma ComponentBehavior: Bound
import QtQuick

// A word with a meaning: dots beneath it, and a place around it that is large enough for a finger.
Item {
    id: root

    required property string name
    required property color colour
    required property real size
    required x
    required y
    required width
    required height
    required property real target
    property bool tappable: false
    readonly property real dot: Math.max(root.size / 16, 1.5)

    signal tapped(string word)

    Accessible.role: Accessible.Link
    Accessible.name: root.name
    Accessible.onPressAction: root.tapped(root.name)

    Row {
        y: root.size * 0.9
        spacing: root.dot * 1.1
        Repeater {
            model: Math.max(Math.floor(root.width / (root.dot * 2.1)), 1)
            Rectangle {
                width: root.dot
                height: root.dot
                radius: root.dot / 2
                color: root.colour
            }
        }
    }

    Item {
        anchors.centerIn: parent
        width: Math.max(parent.width, root.target)
        height: Math.max(parent.height, root.target)
        TapHandler {
            enabled: root.tappable
            acceptedButtons: Qt.LeftButton
            longPressThreshold: 0
            onTapped: root.tapped(root.name)
        }
    }
}
