import QtQuick
import kiosk.bridge

// The ring around what the keyboard is at, in two tones, so that it stands out on any ground.
Rectangle {
    id: root

    required property Item control
    // From the control's edge inwards, in px; by default it lies just outside.
    property real inset: -2 * root.tone
    readonly property real tone: Math.max(Theme.unit * 0.35, 2)

    anchors.fill: parent
    anchors.margins: root.inset
    border.color: Theme.focus
    border.width: root.tone
    color: "transparent"
    visible: root.control.activeFocus && Theme.keys

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.tone
        border.color: Theme.focusRim
        border.width: root.tone
        color: "transparent"
        radius: Math.max(root.radius - root.tone, 0)
    }
}
