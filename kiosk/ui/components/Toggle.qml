import QtQuick
import kiosk.bridge

// A switch: on at the right, off at the left. Its place for a finger is larger than what is drawn.
Item {
    id: root

    required property SessionControls controls
    required property string description
    property bool on: false
    readonly property real thickness: root.controls.metrics.label * 1.9

    signal toggled

    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.name: root.description
    Accessible.role: Accessible.CheckBox
    activeFocusOnTab: true
    implicitHeight: root.controls.metrics.target
    implicitWidth: Math.max(root.controls.metrics.target, root.thickness * 1.72)

    Accessible.onPressAction: root.toggled()
    Accessible.onToggleAction: root.toggled()
    Keys.onReturnPressed: root.toggled()
    Keys.onSpacePressed: root.toggled()

    Rectangle {
        anchors.centerIn: parent
        border.color: root.controls.palette.onSignal
        border.width: root.activeFocus ? Math.max(root.controls.metrics.unit * 0.35, 2) : 0
        color: root.on ? root.controls.palette.accent : "#8FA0A7"
        height: root.thickness
        radius: height / 2
        width: root.thickness * 1.72

        Rectangle {
            readonly property bool atRight: root.on !== root.controls.mirrored
            readonly property real rim: parent.height * 0.1

            color: root.controls.palette.card
            height: width
            radius: width / 2
            width: parent.height - 2 * rim
            x: atRight ? parent.width - width - rim : rim
            y: rim
        }
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.toggled()
    }
}
