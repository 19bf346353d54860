import QtQuick
import kiosk.bridge

// What staff have put up, in a calm band of its own below the slide.
Rectangle {
    id: root

    required property Controls controls
    required property Surroundings surroundings

    height: root.surroundings.band
    color: root.controls.palette.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: root.surroundings.announcement

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: root.controls.metrics.margin
        anchors.verticalCenter: parent.verticalCenter
        name: "megaphone"
        tint: root.controls.palette.onAccent
        side: Math.round(root.surroundings.size * 1.4)
        mirror: root.controls.mirrored
    }
    Text {
        anchors.left: sign.right
        anchors.leftMargin: root.surroundings.size * 0.7
        anchors.right: parent.right
        anchors.rightMargin: root.controls.metrics.margin
        anchors.verticalCenter: parent.verticalCenter
        text: root.surroundings.announcement
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: root.controls.palette.onAccent
        font.pixelSize: Math.max(Math.round(root.surroundings.size), 1)
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
