pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// A card over a dimmed slide. A tap beside it closes it; what it holds goes into its column.
Item {
    id: root

    property real cardWidth: Math.min(root.controls.metrics.unit * 96, root.width * 0.9)
    default property alias content: column.data
    required property SessionControls controls
    property alias spacing: column.spacing

    signal dismissed

    Rectangle {
        anchors.fill: parent
        color: root.controls.palette.scrim
        opacity: 0.62
    }
    MouseArea {
        anchors.fill: parent

        onReleased: root.dismissed()
    }
    Rectangle {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: root.controls.palette.line
        // On a dark ground the card's own colour does not show where it ends.
        border.width: root.controls.highContrast ? root.controls.metrics.unit * 0.5 : 0
        color: root.controls.palette.card
        height: column.height + root.controls.metrics.unit * 13
        radius: root.controls.metrics.unit * 5
        width: root.cardWidth
        y: root.controls.lowReach ? root.height - height - root.controls.metrics.gap * 2 : (root.height - height) / 2

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: root.controls.metrics.unit * 3.2
            width: card.width - root.controls.metrics.unit * 12
            y: root.controls.metrics.unit * 6.5
        }
    }
}
