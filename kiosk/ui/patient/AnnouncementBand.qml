import QtQuick
import kiosk.bridge
import "../components"

// What staff have put up, in a calm band of its own below the slide.
Rectangle {
    id: root

    required property Surroundings surroundings

    Accessible.ignored: !enabled
    Accessible.name: root.surroundings.announcement
    Accessible.role: Accessible.StaticText
    color: Theme.accent
    height: root.surroundings.band

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        mirror: Theme.mirrored
        name: "megaphone"
        side: Math.round(root.surroundings.size * 1.4)
        tint: Theme.onAccent
    }
    Text {
        Accessible.ignored: true
        anchors.left: sign.right
        anchors.leftMargin: root.surroundings.size * 0.7
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.onAccent
        font.pixelSize: Math.max(Math.round(root.surroundings.size), 1)
        font.weight: Font.DemiBold
        text: root.surroundings.announcement
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
}
