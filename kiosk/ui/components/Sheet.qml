pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// A card over a dimmed page. A tap beside it closes it; what it holds goes into its column.
Layer {
    id: root

    property real cardWidth: Math.min(Theme.unit * 96, root.width * 0.9)
    default property alias content: column.data
    property alias spacing: column.spacing

    signal dismissed

    Keys.onEscapePressed: root.dismissed()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        opacity: 0.62
    }
    MouseArea {
        anchors.fill: parent

        onReleased: root.dismissed()
    }
    Rectangle {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        // On a dark ground the card's own colour does not show where it ends.
        border.width: Theme.highContrast ? Theme.unit * 0.5 : 0
        color: Theme.card
        height: column.height + Theme.unit * 13
        radius: Theme.unit * 5
        width: root.cardWidth
        y: Theme.lowReach ? root.height - height - Theme.gap * 2 : (root.height - height) / 2

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.unit * 3.2
            width: card.width - Theme.unit * 12
            y: Theme.unit * 6.5
        }
    }
}
