import QtQuick
import kiosk.bridge

// A switch: on at the right, off at the left. Its place for a finger is larger than what is drawn.
Item {
    id: root

    required property Controls controls
    required property string description
    property bool on: false
    readonly property real thickness: root.controls.metrics.label * 1.9

    signal toggled

    implicitWidth: Math.max(root.controls.metrics.target, root.thickness * 1.72)
    implicitHeight: root.controls.metrics.target
    activeFocusOnTab: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.description
    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.onPressAction: root.toggled()
    Accessible.onToggleAction: root.toggled()
    Keys.onReturnPressed: root.toggled()
    Keys.onSpacePressed: root.toggled()

    Rectangle {
        anchors.centerIn: parent
        width: root.thickness * 1.72
        height: root.thickness
        radius: height / 2
        color: root.on ? root.controls.palette.accent : "#8FA0A7"
        border.width: root.activeFocus ? Math.max(root.controls.metrics.unit * 0.35, 2) : 0
        border.color: root.controls.palette.onSignal

        Rectangle {
            readonly property real rim: parent.height * 0.1
            readonly property bool right: root.on !== root.controls.mirrored
            width: parent.height - 2 * rim
            height: width
            radius: width / 2
            y: rim
            x: right ? parent.width - width - rim : rim
            color: root.controls.palette.card
        }
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: root.toggled()
    }
}
