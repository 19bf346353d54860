pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// The menu: a card for each chapter and topic, eight to a page.
Rectangle {
    id: root

    required property Controls controls
    readonly property Metrics metrics: root.controls.metrics
    readonly property Overlays overlays: root.controls.overlays
    readonly property int perPage: root.controls.lowReach ? root.overlays.cardColumns : root.overlays.perPage
    readonly property int page: Number(root.controls.subject)
    readonly property int pages: Math.max(Math.ceil(cards.count / root.perPage), 1)

    color: root.controls.palette.paper

    MouseArea {
        anchors.fill: parent
    }

    Text {
        id: title
        x: root.metrics.margin
        width: root.width - 2 * root.metrics.margin
        y: root.metrics.margin * 0.55
        text: qsTr("What would you like to read?")
        color: root.controls.palette.heading
        font.pixelSize: root.metrics.unit * 6.6
        font.weight: Font.Bold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Flow {
        id: grid
        x: root.metrics.margin
        width: root.width - 2 * root.metrics.margin + 1
        y: root.controls.lowReach ? root.height - height - root.metrics.margin / 2 : title.y + title.height + root.metrics.unit * 3
        spacing: root.metrics.unit * 2.2

        Repeater {
            id: cards
            model: root.overlays.cards
            TopicCard {
                required property int index
                controls: root.controls
                visible: Math.floor(index / root.perPage) === root.page
                cardWidth: root.overlays.cardWidth
                pictureHeight: root.overlays.cardPicture
                onPressed: root.controls.goTo(slide)
            }
        }
    }

    Row {
        visible: root.pages > 1
        spacing: root.metrics.gap
        anchors.right: parent.right
        anchors.rightMargin: root.metrics.margin
        y: root.metrics.margin * 0.4
        Pill {
            controls: root.controls
            icon: "back"
            description: qsTr("Earlier topics")
            enabled: root.page > 0
            onPressed: root.controls.menuPage(root.page - 1)
        }
        Pill {
            controls: root.controls
            icon: "next"
            description: qsTr("More topics")
            enabled: root.page + 1 < root.pages
            onPressed: root.controls.menuPage(root.page + 1)
        }
    }
}
