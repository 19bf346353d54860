import QtQuick
import kiosk.bridge
import "../components"

// Above every page but the clock's own while the machine's clock is plainly wrong: what it says, and the way to set it.
Rectangle {
    id: root

    readonly property real side: Theme.unit * 3
    required property StaffPanel staff

    Accessible.ignored: !enabled
    Accessible.name: message.text
    Accessible.role: Accessible.AlertMessage
    color: Theme.alarmGround
    height: visible ? Math.max(message.implicitHeight, way.height) + Theme.gap : 0
    visible: root.staff.page !== StaffPanel.Page.Pad && root.staff.page !== StaffPanel.Page.Clock && message.text !== ""

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        side: Theme.label * 1.4
        tint: Theme.ink
        x: root.side
    }
    Text {
        id: message

        Accessible.ignored: true
        anchors.left: sign.right
        anchors.margins: Theme.gap
        anchors.right: way.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
        font.pixelSize: Theme.label
        text: root.staff.clock.warning
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    Pill {
        id: way

        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        ground: Theme.card
        icon.name: "clock"
        text: qsTr("Set the clock")

        onClicked: root.staff.open(StaffPanel.Page.Clock)
    }
}
