pragma ComponentBehavior: Bound
import QtQuick

// A word with a meaning: dots beneath it, and a place around it that is large enough for a finger.
Item {
    id: root

    required property color colour
    readonly property real dot: Math.max(root.size / 16, 1.5)
    required height
    required property string name
    required property real size
    property bool tappable: false
    required property real target
    required width
    required x
    required y

    signal tapped(string word)

    Item {
        id: reach

        anchors.centerIn: parent
        height: Math.max(parent.height, root.target)
        width: Math.max(parent.width, root.target)
    }
    Row {
        spacing: root.dot * 1.1
        y: root.size * 0.9

        Repeater {
            model: Math.max(Math.floor(root.width / (root.dot * 2.1)), 1)

            Rectangle {
                color: root.colour
                height: root.dot
                radius: root.dot / 2
                width: root.dot
            }
        }
    }
    TapPlace {
        inset: -3
        link: true
        mask: reach
        name: root.name
        radius: 2
        wanted: root.tappable

        onTapped: root.tapped(root.name)
    }
}
