import QtQuick
import kiosk.bridge
import "../components"

// The announcement that patients read, or will as soon as it is saved, and the way to take it down.
Rectangle {
    id: root

    required property AnnouncementModel announcing
    readonly property real side: Theme.label * 0.7

    color: Theme.accent
    height: Math.max(words.height, down.height) + root.side * 1.4
    radius: Theme.unit * 1.6

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.side
        anchors.right: down.left
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter

        Label {
            color: Theme.onAccent
            font.weight: Font.DemiBold
            text: root.announcing.standingText
            width: parent.width
        }
        Label {
            color: Theme.onAccent
            font.pixelSize: Math.round(Theme.label * 0.85)
            text: root.announcing.saved ? qsTr("On the screen until %1").arg(root.announcing.standingUntil) : qsTr("On the screen until %1, once it is saved").arg(root.announcing.standingUntil)
            width: parent.width
        }
    }
    Pill {
        id: down

        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Take it down")

        onClicked: root.announcing.takeDown()
    }
}
