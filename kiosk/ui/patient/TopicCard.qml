import QtQuick
import kiosk.bridge
import "../components"

// One choice of the menu.
Rectangle {
    id: root

    property real cardWidth: 300
    required property SessionControls controls
    required property bool current
    required property string picture
    property real pictureHeight: 150
    required property string slide
    required property string title
    readonly property real unit: root.controls.metrics.unit

    signal pressed

    Accessible.name: root.title
    Accessible.role: Accessible.Button
    color: tap.pressed ? Qt.darker(root.controls.palette.card, 1.06) : root.controls.palette.card
    height: root.pictureHeight + root.unit * 9.4
    radius: root.unit * 2.2
    width: root.cardWidth

    Accessible.onPressAction: root.pressed()

    Rectangle {
        color: root.controls.palette.quiet
        height: root.pictureHeight
        topLeftRadius: root.radius
        topRightRadius: root.radius
        // Where a chapter has no picture, its card still has the same shape.
        visible: root.picture === ""
        width: root.width

        Icon {
            anchors.centerIn: parent
            name: "menu"
            side: root.unit * 7
            tint: root.controls.palette.accent
        }
    }
    Image {
        Accessible.ignored: true
        cache: false
        height: root.pictureHeight
        source: root.picture ? "image://slides/" + root.picture : ""
        width: root.width
    }
    Text {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.margins: root.unit * 1.8
        anchors.right: parent.right
        color: root.controls.palette.heading
        font.pixelSize: Math.max(root.unit * 3.2, root.controls.metrics.label * 0.9)
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: root.unit * 7.6
        minimumPixelSize: 10
        text: root.title
        wrapMode: Text.Wrap
        y: root.pictureHeight + root.unit * 1.2
    }
    Rectangle {
        anchors.fill: parent
        border.color: root.current ? root.controls.palette.accent : root.controls.palette.line
        border.width: root.current ? Math.max(root.unit * 0.5, 2) : Math.max(root.unit * 0.18, 1)
        color: "transparent"
        radius: root.radius
    }
    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.pressed()
    }
}
