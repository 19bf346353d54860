pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The menu: a card for each chapter and topic, eight to a page.
Rectangle {
    id: root

    required property SessionControls controls
    readonly property Metrics metrics: root.controls.metrics
    readonly property SessionOverlays overlays: root.controls.overlays
    readonly property int page: Number(root.controls.subject)
    readonly property int pages: Math.max(Math.ceil(cards.count / root.perPage), 1)
    readonly property int perPage: root.controls.lowReach ? root.overlays.cardColumns : root.overlays.perPage

    color: root.controls.palette.paper

    MouseArea {
        anchors.fill: parent
    }
    Text {
        id: title

        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.heading
        font.pixelSize: root.metrics.unit * 6.6
        font.weight: Font.Bold
        text: qsTr("What would you like to read?")
        width: root.width - 2 * root.metrics.margin
        wrapMode: Text.Wrap
        x: root.metrics.margin
        y: root.metrics.margin * 0.55
    }
    Flow {
        id: grid

        spacing: root.metrics.unit * 2.2
        width: root.width - 2 * root.metrics.margin + 1
        x: root.metrics.margin
        y: root.controls.lowReach ? root.height - height - root.metrics.margin / 2 : title.y + title.height + root.metrics.unit * 3

        Repeater {
            id: cards

            model: root.overlays.cards

            TopicCard {
                required property int index

                cardWidth: root.overlays.cardWidth
                controls: root.controls
                pictureHeight: root.overlays.cardPicture
                visible: Math.floor(index / root.perPage) === root.page

                onPressed: root.controls.goTo(slide)
            }
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: root.metrics.margin
        spacing: root.metrics.gap
        visible: root.pages > 1
        y: root.controls.lowReach ? grid.y - height - root.metrics.gap : root.metrics.margin * 0.4

        Pill {
            controls: root.controls
            description: qsTr("Earlier topics")
            enabled: root.page > 0
            icon: "back"

            onPressed: root.controls.menuPage(root.page - 1)
        }
        Pill {
            controls: root.controls
            description: qsTr("More topics")
            enabled: root.page + 1 < root.pages
            icon: "next"

            onPressed: root.controls.menuPage(root.page + 1)
        }
    }
}
