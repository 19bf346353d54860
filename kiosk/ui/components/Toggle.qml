import QtQuick
import QtQuick.Templates as T
import kiosk.bridge

// A switch: on at the right, off at the left. Its place for a finger is larger than what is drawn. A press asks for a change and makes none.
T.CheckBox {
    id: root

    // False where it makes no sense now: it stays in sight, paler.
    property bool available: true
    required property string description
    readonly property real thickness: Theme.label * 1.9

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.description
    enabled: root.available
    focusPolicy: Qt.TabFocus
    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.target, root.thickness * 1.72)
    nextCheckState: () => root.checkState
    opacity: root.available ? 1 : 0.4

    indicator: Rectangle {
        anchors.centerIn: parent
        color: root.checked ? Theme.accent : Theme.off
        height: root.thickness
        radius: height / 2
        width: root.thickness * 1.72

        Rectangle {
            readonly property bool atRight: root.checked !== Theme.mirrored
            readonly property real rim: parent.height * 0.1

            color: Theme.card
            height: width
            radius: width / 2
            width: parent.height - 2 * rim
            x: atRight ? parent.width - width - rim : rim
            y: rim
        }
        FocusRing {
            control: root
            radius: parent.radius - inset
        }
    }

    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
}
