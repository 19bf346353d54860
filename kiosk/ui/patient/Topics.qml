pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The menu: a card for each chapter and topic, eight to a page.
Layer {
    id: root

    required property SessionControls controls
    readonly property SessionOverlays overlays: root.controls.overlays
    readonly property int page: Number(root.controls.subject)
    readonly property int pages: Math.max(Math.ceil(cards.count / root.perPage), 1)
    readonly property int perPage: Theme.lowReach ? root.overlays.cardColumns : root.overlays.perPage

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea {
        anchors.fill: parent
    }
    Label {
        id: title

        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.heading
        font.pixelSize: Theme.unit * 6.6
        font.weight: Font.Bold
        text: qsTr("What would you like to read?")
        width: root.width - 2 * Theme.margin
        x: Theme.margin
        y: Theme.margin * 0.55
    }
    Flow {
        id: grid

        spacing: Theme.unit * 2.2
        width: root.width - 2 * Theme.margin + 1
        x: Theme.margin
        y: Theme.lowReach ? root.height - height - Theme.margin / 2 : title.y + title.height + Theme.unit * 3

        Repeater {
            id: cards

            model: root.overlays.cards

            TopicCard {
                required property int index

                cardWidth: root.overlays.cardWidth
                pictureHeight: root.overlays.cardPicture
                visible: Math.floor(index / root.perPage) === root.page

                onClicked: root.controls.goTo(slide)
            }
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap
        visible: root.pages > 1
        y: Theme.lowReach ? grid.y - height - Theme.gap : Theme.margin * 0.4

        Pill {
            available: root.page > 0
            description: qsTr("Earlier topics")
            icon.name: "back"

            onClicked: root.controls.showMenuPage(root.page - 1)
        }
        Pill {
            available: root.page + 1 < root.pages
            description: qsTr("More topics")
            icon.name: "next"

            onClicked: root.controls.showMenuPage(root.page + 1)
        }
    }
}
