pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// One row: a slide with its picture and switch, or the header of a topic.
Item {
    id: root

    readonly property bool broken: root.trouble !== "" && !root.kept
    required property real cardHeight
    readonly property bool carried: root.order.lifted === root.key
    required property real carriedY
    readonly property bool chosen: !root.header && root.order.chosen.key === root.key
    required property SessionControls controls
    required property int count
    readonly property string facts: [root.trouble ? qsTr("Its last change has a mistake in line %1; the version before plays").arg(root.line) : root.inLoop ? qsTr("Loop and menu") : qsTr("Only after a touch"), root.source === "staff" ? qsTr("%1 s (set by staff)").arg(root.seconds) : root.source === "author" ? qsTr("%1 s").arg(root.seconds) : qsTr("%1 s (automatic)").arg(root.seconds), root.when, root.review ? qsTr("review due %1").arg(root.review) : ""].filter(part => part !== "").join(" · ")
    required property string file
    required property bool folded
    required property bool header
    required property bool inLoop
    required property bool kept
    required property string key
    required property int line
    readonly property Metrics metrics: root.controls.metrics
    required property bool on
    required property SlideOrderModel order
    required property string review
    required property int seconds
    required property string source
    required property string thumbnail
    required property string title
    readonly property string told: root.header ? qsTr("Slides: %1").arg(root.count) : root.broken ? qsTr("Line %1: %2. It is skipped until this is mended.").arg(root.line).arg(root.trouble) : root.facts
    required property string trouble
    required property string when

    z: root.carried ? 1 : 0

    Rectangle {
        color: root.controls.palette.ink
        height: card.height + root.metrics.unit * 0.4
        opacity: 0.16
        radius: card.radius
        // The shadow of a row that is held.
        visible: root.carried
        width: card.width
        x: card.x + root.metrics.unit * 0.3
        y: card.y + root.metrics.unit * 0.9
    }
    Rectangle {
        id: card

        Accessible.description: root.told
        Accessible.name: root.broken ? qsTr("%1 cannot be shown").arg(root.file) : root.title
        Accessible.role: root.header ? Accessible.Button : Accessible.ListItem
        Accessible.selected: root.chosen
        activeFocusOnTab: true
        border.color: root.carried || root.chosen ? root.controls.palette.accent : root.trouble ? root.controls.palette.alarm : root.controls.palette.line
        border.width: root.carried || root.chosen ? Math.max(root.metrics.unit * 0.3, 2) : Math.max(root.metrics.unit * 0.18, 1)
        color: root.broken ? root.controls.palette.alarmGround : root.header ? root.controls.palette.quiet : root.on ? root.controls.palette.card : root.controls.palette.paper
        height: root.cardHeight
        radius: root.metrics.unit * 2.2
        width: parent.width - root.metrics.unit
        x: root.carried ? root.metrics.unit : 0
        y: root.carried ? root.carriedY - root.y : 0

        Accessible.onPressAction: root.header ? root.order.fold(root.key) : root.order.choose(root.key)
        Keys.onReturnPressed: root.header ? root.order.fold(root.key) : root.order.choose(root.key)

        TapHandler {
            acceptedButtons: Qt.LeftButton
            longPressThreshold: 0

            onTapped: root.header ? root.order.fold(root.key) : root.order.choose(root.key)
        }
        Icon {
            id: handle

            anchors.verticalCenter: parent.verticalCenter
            name: "drag"
            opacity: root.order.movable ? 1 : 0.3
            side: root.metrics.label * 1.4
            tint: root.controls.palette.muted
            x: (Math.max(root.metrics.target, root.metrics.unit * 9) - width) / 2
        }
        Rectangle {
            id: frame

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.controls.palette.line
            border.width: Math.max(root.metrics.unit * 0.12, 1)
            color: root.controls.palette.paper
            height: Math.round(root.metrics.unit * 9.8)
            visible: !root.header
            width: root.header ? 0 : Math.round(root.metrics.portrait ? root.metrics.unit * 5.6 : root.metrics.unit * 17.2)
            x: Math.max(root.metrics.target, root.metrics.unit * 9)

            Image {
                Accessible.ignored: true
                anchors.fill: parent
                anchors.margins: parent.border.width
                cache: false
                fillMode: Image.PreserveAspectFit
                opacity: root.on ? 1 : 0.55
                source: root.thumbnail
            }
        }
        Column {
            id: words

            anchors.left: frame.right
            anchors.leftMargin: root.header ? 0 : root.metrics.unit * 2.2
            anchors.right: root.broken ? parent.right : toggle.left
            anchors.rightMargin: root.metrics.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: root.metrics.unit * 0.4

            Text {
                Accessible.ignored: true
                color: root.on ? root.controls.palette.ink : root.controls.palette.muted
                elide: Text.ElideRight
                font.pixelSize: Math.round(root.metrics.label * 1.14)
                font.weight: Font.DemiBold
                text: root.broken ? qsTr("%1 cannot be shown").arg(root.file) : root.title
                textFormat: Text.PlainText
                width: parent.width
            }
            Text {
                Accessible.ignored: true
                color: root.controls.palette.muted
                elide: Text.ElideRight
                font.pixelSize: Math.round(root.metrics.label * 0.92)
                lineHeight: 0.95
                maximumLineCount: 2
                text: root.told
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: root.metrics.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            name: root.folded ? "down" : "up"
            side: root.metrics.label * 1.3
            tint: root.controls.palette.onQuiet
            visible: root.header
        }
        Toggle {
            id: toggle

            anchors.right: parent.right
            anchors.rightMargin: root.metrics.unit * 2.4
            anchors.verticalCenter: parent.verticalCenter
            controls: root.controls
            description: qsTr("Show “%1”").arg(root.title)
            on: root.on
            visible: !root.header && !root.broken

            onToggled: root.order.toggle(root.key)
        }
    }
}
