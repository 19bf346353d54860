pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import kiosk.bridge
import "../components"

// One row: a slide with its picture and switch, or the header of a topic.
Item {
    id: root

    readonly property bool broken: root.trouble !== "" && !root.kept
    readonly property string caption: root.broken ? qsTr("%1 cannot be shown").arg(root.file) : root.title
    required property real cardHeight
    readonly property bool carried: root.order.lifted === root.key
    required property real carriedY
    readonly property bool chosen: !root.header && root.order.chosen.key === root.key
    required property int count
    readonly property string facts: [root.trouble ? qsTr("Its last change has a mistake in line %1; the version before plays").arg(root.line) : root.inLoop ? qsTr("Loop and menu") : qsTr("Only after a touch"), root.source === SlideOrderModel.Source.Staff ? qsTr("%1 s (set by staff)").arg(root.seconds) : root.source === SlideOrderModel.Source.Author ? qsTr("%1 s").arg(root.seconds) : qsTr("%1 s (automatic)").arg(root.seconds), root.when, root.review ? qsTr("review due %1").arg(root.review) : ""].filter(part => part !== "").join(" · ")
    required property string file
    required property bool folded
    required property bool header
    required property bool inLoop
    required property bool kept
    required property string key
    required property int line
    required property bool on
    required property SlideOrderModel order
    required property string review
    required property int seconds
    required property int source
    readonly property int stop: root.ListView.isCurrentItem || card.activeFocus || toggle.activeFocus ? Qt.TabFocus : Qt.NoFocus
    readonly property string summary: root.header ? qsTr("Slides: %1").arg(root.count) : root.broken ? qsTr("Line %1: %2. It is skipped until this is mended.").arg(root.line).arg(root.trouble) : root.facts
    required property string thumbnail
    required property string title
    required property string trouble
    required property string when

    z: root.carried ? 1 : 0

    Rectangle {
        color: Theme.ink
        height: card.height + Theme.unit * 0.4
        opacity: 0.16
        radius: card.radius
        // The shadow of a row that is held.
        visible: root.carried
        width: card.width
        x: card.x + Theme.unit * 0.3
        y: card.y + Theme.unit * 0.9
    }
    T.AbstractButton {
        id: card

        readonly property real radius: Theme.unit * 2.2

        Accessible.description: root.summary
        Accessible.ignored: !(root.parent?.enabled ?? true)
        Accessible.name: root.caption
        Accessible.role: root.header ? Accessible.Button : Accessible.ListItem
        Accessible.selected: root.chosen
        focusPolicy: root.stop
        height: root.cardHeight
        width: parent.width - Theme.unit
        x: root.carried ? Theme.unit : 0
        y: root.carried ? root.carriedY - root.y : 0

        background: Rectangle {
            border.color: root.carried || root.chosen ? Theme.accent : root.trouble ? Theme.alarm : Theme.line
            border.width: root.carried || root.chosen ? Math.max(Theme.unit * 0.3, 2) : Math.max(Theme.unit * 0.18, 1)
            color: root.broken ? Theme.alarmGround : root.header ? Theme.quiet : root.on ? Theme.card : Theme.paper
            radius: card.radius

            FocusRing {
                control: card
                inset: Theme.unit * 0.5
                radius: card.radius - inset
            }
        }

        // Qt presses only what has a button's role.
        Accessible.onPressAction: card.click()
        Keys.onEnterPressed: card.click()
        Keys.onReturnPressed: card.click()
        onClicked: root.header ? root.order.fold(root.key) : root.order.choose(root.key)

        Icon {
            id: handle

            anchors.verticalCenter: parent.verticalCenter
            name: "drag"
            opacity: root.order.movable ? 1 : 0.3
            side: Theme.label * 1.4
            tint: Theme.muted
            x: (Math.max(Theme.target, Theme.unit * 9) - width) / 2
        }
        Rectangle {
            id: frame

            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.line
            border.width: Math.max(Theme.unit * 0.12, 1)
            color: Theme.paper
            height: Math.round(Theme.unit * 9.8)
            visible: !root.header
            width: root.header ? 0 : Math.round(Theme.portrait ? Theme.unit * 5.6 : Theme.unit * 17.2)
            x: Math.max(Theme.target, Theme.unit * 9)

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
        RowWords {
            anchors.left: frame.right
            anchors.leftMargin: root.header ? 0 : Theme.unit * 2.2
            anchors.right: root.broken ? parent.right : toggle.left
            anchors.rightMargin: Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            on: root.on
            summary: root.summary
            title: root.caption
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            name: root.folded ? "down" : "up"
            side: Theme.label * 1.3
            tint: Theme.onQuiet
            visible: root.header
        }
        Toggle {
            id: toggle

            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 2.4
            anchors.verticalCenter: parent.verticalCenter
            checked: root.on
            description: qsTr("Show “%1”").arg(root.title)
            focusPolicy: root.stop
            visible: !root.header && !root.broken

            onClicked: root.order.toggle(root.key)
        }
    }
}
