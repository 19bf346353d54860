pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../components"

// A word with a meaning: dots beneath it, and a place around it that is large enough for a finger.
T.AbstractButton {
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

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.name
    Accessible.role: Accessible.Link
    containmentMask: reach
    focusPolicy: root.tappable ? Qt.TabFocus : Qt.NoFocus

    // Qt presses only what has a button's role.
    Accessible.onPressAction: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
    onClicked: if (root.tappable)
        root.tapped(root.name)

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
    FocusRing {
        control: root
        inset: -3 * tone
        radius: 2 * tone
    }
}
