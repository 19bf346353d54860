import QtQuick
import kiosk.bridge

// One choice of the menu.
Rectangle {
    id: root

    required property Controls controls
    required property string title
    required property string slide
    required property string picture
    required property bool current
    property real cardWidth: 300
    property real pictureHeight: 150
    readonly property real unit: root.controls.metrics.unit

    signal pressed

    width: root.cardWidth
    height: root.pictureHeight + root.unit * 9.4
    radius: root.unit * 2.2
    color: tap.pressed ? Qt.darker(root.controls.palette.card, 1.06) : root.controls.palette.card

    Accessible.role: Accessible.Button
    Accessible.name: root.title
    Accessible.onPressAction: root.pressed()

    Rectangle {
        // Where a chapter has no picture, its card still has the same shape.
        visible: root.picture === ""
        width: root.width
        height: root.pictureHeight
        topLeftRadius: root.radius
        topRightRadius: root.radius
        color: root.controls.palette.quiet
    }
    Image {
        width: root.width
        height: root.pictureHeight
        cache: false
        source: root.picture ? "image://slides/" + root.picture : ""
        Accessible.ignored: true
    }
    Text {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: root.unit * 1.8
        y: root.pictureHeight + root.unit * 1.2
        height: root.unit * 7.6
        text: root.title
        color: root.controls.palette.heading
        font.pixelSize: Math.max(root.unit * 3.2, root.controls.metrics.label * 0.9)
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
        minimumPixelSize: 10
        Accessible.ignored: true
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: "transparent"
        border.width: root.current ? Math.max(root.unit * 0.5, 2) : Math.max(root.unit * 0.18, 1)
        border.color: root.current ? root.controls.palette.accent : root.controls.palette.line
    }
    TapHandler {
        id: tap
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: root.pressed()
    }
}
