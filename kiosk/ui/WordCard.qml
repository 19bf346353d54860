import QtQuick
import kiosk.bridge

// What a word means.
Sheet {
    id: root

    readonly property real size: Math.max(root.controls.metrics.unit * 4.4, root.controls.metrics.label) * Math.pow(1.2, root.controls.textSize)

    onDismissed: root.controls.press("close")

    Text {
        width: parent.width
        text: root.controls.subject
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: root.controls.palette.heading
        font.pixelSize: root.size * 1.4
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Text {
        width: parent.width
        text: root.controls.meaning
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        lineHeight: 1.25
        color: root.controls.palette.ink
        font.pixelSize: root.size
    }
    Pill {
        controls: root.controls
        primary: true
        anchors.right: parent.right
        text: qsTr("Close")
        onPressed: root.controls.press("close")
    }
}
