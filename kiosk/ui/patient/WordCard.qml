import QtQuick
import kiosk.bridge
import "../components"

// What a word means.
Sheet {
    id: root

    readonly property real size: Math.max(root.controls.metrics.unit * 4.4, root.controls.metrics.label) * Math.pow(1.2, root.controls.textSize)

    onDismissed: root.controls.press("close")

    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.heading
        font.pixelSize: root.size * 1.4
        font.weight: Font.Bold
        text: root.controls.subject
        textFormat: Text.PlainText
        width: parent.width
        wrapMode: Text.Wrap
    }
    Text {
        color: root.controls.palette.ink
        font.pixelSize: root.size
        lineHeight: 1.25
        text: root.controls.meaning
        textFormat: Text.PlainText
        width: parent.width
        wrapMode: Text.Wrap
    }
    Pill {
        anchors.right: parent.right
        controls: root.controls
        primary: true
        text: qsTr("Close")

        onPressed: root.controls.press("close")
    }
}
