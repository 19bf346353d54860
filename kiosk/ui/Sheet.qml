pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// A card over a dimmed slide. A tap beside it closes it; what it holds goes into its column.
Item {
    id: root

    required property Controls controls
    property real cardWidth: Math.min(root.controls.metrics.unit * 96, root.width * 0.9)
    property alias spacing: column.spacing
    default property alias content: column.data

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
        width: root.cardWidth
        height: column.height + root.controls.metrics.unit * 13
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.controls.lowReach ? root.height - height - root.controls.metrics.gap * 2 : (root.height - height) / 2
        radius: root.controls.metrics.unit * 5
        color: root.controls.palette.card

        Column {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.controls.metrics.unit * 6.5
            width: card.width - root.controls.metrics.unit * 12
            spacing: root.controls.metrics.unit * 3.2
        }
    }
}
