import QtQuick
import kiosk.bridge
import "../components"

// The meaning of a word.
Sheet {
    id: root

    required property SessionControls controls
    readonly property real size: Math.max(Theme.unit * 4.4, Theme.label) * Math.pow(1.2, root.controls.textSize)

    onDismissed: root.controls.closeOverlay()

    Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.heading
        font.pixelSize: root.size * 1.4
        font.weight: Font.Bold
        text: root.controls.subject
        width: parent.width
    }
    Label {
        font.pixelSize: root.size
        lineHeight: 1.25
        text: root.controls.meaning
        width: parent.width
    }
    Pill {
        anchors.right: parent.right
        primary: true
        text: qsTr("Close")

        onClicked: root.controls.closeOverlay()
    }
}
