import QtQuick
import QtQuick.Templates as T
import kiosk.bridge
import "../components"

// The slide as patients see it: as the loop shows it, and with each tap the next page of what a touch shows.
Item {
    id: root

    readonly property real captionHeight: Theme.label * 1.2
    readonly property SlideDetailModel chosen: root.order.chosen
    required property SlideOrderModel order
    readonly property real pictureWidth: Math.min(root.widest, Math.max(root.room - root.captionHeight - Theme.unit, Theme.target) / picture.ratio)
    readonly property bool portrait: Theme.portrait
    // The height there is for it.
    required property real room
    readonly property real widest: root.portrait ? root.width : root.width - buttons.width - Theme.gap

    height: Math.max(caption.y + caption.height, root.portrait ? 0 : buttons.height)

    T.AbstractButton {
        id: frame

        readonly property real line: Math.max(Theme.unit * 0.18, 1)

        Accessible.description: caption.text
        Accessible.ignored: !root.enabled
        Accessible.name: qsTr("Preview of “%1”").arg(root.chosen.title)
        focusPolicy: Qt.TabFocus
        height: Math.round(picture.ratio * (width - 2 * line)) + 2 * line
        width: root.pictureWidth

        background: Rectangle {
            border.color: Theme.line
            border.width: frame.line
            color: Theme.paper
        }

        Keys.onEnterPressed: frame.click()
        Keys.onReturnPressed: frame.click()
        onClicked: root.chosen.turn()

        Image {
            id: picture

            readonly property real ratio: sourceSize.width > 0 ? sourceSize.height / sourceSize.width : root.portrait ? 16 / 9 : 9 / 16

            Accessible.ignored: true
            anchors.fill: parent
            anchors.margins: frame.line
            cache: false
            fillMode: Image.PreserveAspectFit
            smooth: true
            source: root.chosen.preview
        }
        FocusRing {
            control: frame
            inset: frame.line
        }
    }
    Text {
        id: caption

        Accessible.ignored: true
        color: Theme.muted
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.label * 0.92)
        height: root.captionHeight
        text: !root.chosen.playable ? "" : root.chosen.page < 0 ? qsTr("In the loop. Tap for more.") : root.chosen.pages > 1 ? qsTr("After a touch, page %1 of %2").arg(root.chosen.page + 1).arg(root.chosen.pages) : qsTr("After a touch")
        width: frame.width
        y: frame.height + Theme.unit * 0.8
    }
    MoveButtons {
        id: buttons

        anchors.right: parent.right
        columns: 1
        order: root.order
        visible: !root.portrait
    }
}
