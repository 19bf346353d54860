import QtQuick
import kiosk.bridge
import "../components"

// One plain sentence about something that went wrong, until somebody has read it.
Rectangle {
    id: root

    required property string text

    signal dismissed

    Accessible.ignored: !enabled
    Accessible.name: root.text
    Accessible.role: Accessible.AlertMessage
    color: Theme.alarmGround
    height: visible ? Math.max(message.implicitHeight, close.height) + 2 * Theme.gap : 0
    visible: root.text !== ""

    Rectangle {
        color: Theme.alarm
        height: Math.max(Theme.unit * 0.4, 2)
        width: parent.width
    }
    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        side: Theme.label * 1.4
        tint: Theme.ink
        x: Theme.unit * 4.4
    }
    Text {
        id: message

        Accessible.ignored: true
        anchors.left: sign.right
        anchors.margins: Theme.gap
        anchors.right: close.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
        font.pixelSize: Theme.label
        text: root.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    Pill {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.unit * 3
        anchors.verticalCenter: parent.verticalCenter
        description: qsTr("Close the message")
        ground: Theme.card
        icon.name: "close"

        onClicked: root.dismissed()
    }
}
