import QtQuick
import kiosk.bridge
import "../components"

// One plain sentence about something that went wrong, until somebody has read it.
Rectangle {
    id: root

    required property SessionControls controls
    required property string text

    signal dismissed

    Accessible.name: root.text
    Accessible.role: Accessible.AlertMessage
    color: root.controls.palette.alarmGround
    height: visible ? Math.max(message.implicitHeight, close.height) + 2 * root.controls.metrics.gap : 0
    visible: root.text !== ""

    Rectangle {
        color: root.controls.palette.alarm
        height: Math.max(root.controls.metrics.unit * 0.4, 2)
        width: parent.width
    }
    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        side: root.controls.metrics.label * 1.4
        tint: root.controls.palette.ink
        x: root.controls.metrics.unit * 4.4
    }
    Text {
        id: message

        Accessible.ignored: true
        anchors.left: sign.right
        anchors.margins: root.controls.metrics.gap
        anchors.right: close.left
        anchors.verticalCenter: parent.verticalCenter
        color: root.controls.palette.ink
        font.pixelSize: root.controls.metrics.label
        text: root.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    Pill {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: root.controls.metrics.unit * 3
        anchors.verticalCenter: parent.verticalCenter
        controls: root.controls
        description: qsTr("Close the message")
        ground: root.controls.palette.card
        icon: "close"

        onPressed: root.dismissed()
    }
}
