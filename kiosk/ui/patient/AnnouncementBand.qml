import QtQuick
import kiosk.bridge
import "../components"

// The announcement that staff have put up, in a calm band of its own below the slide.
Rectangle {
    id: root

    required property AnnouncementBandModel announcement

    Accessible.ignored: !enabled
    Accessible.name: root.announcement.text
    Accessible.role: Accessible.StaticText
    color: Theme.accent
    height: root.announcement.height

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        mirror: Theme.mirrored
        name: "megaphone"
        side: Math.round(root.announcement.size * 1.4)
        tint: Theme.onAccent
    }
    Text {
        Accessible.ignored: true
        anchors.left: sign.right
        anchors.leftMargin: root.announcement.size * 0.7
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onAccent
        font.pixelSize: Math.max(Math.round(root.announcement.size), 1)
        font.weight: Font.DemiBold
        text: root.announcement.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
}
