import QtQuick
import kiosk.bridge

// The slide as patients see it: as the loop shows it, and with each tap the next page of what a touch shows.
Item {
    id: root

    readonly property real captionHeight: root.metrics.label * 1.2
    readonly property SlideDetailModel chosen: root.order.chosen
    required property SessionControls controls
    readonly property Metrics metrics: root.controls.metrics
    required property SlideOrderModel order
    readonly property real pictureWidth: Math.min(root.widest, Math.max(root.room - root.captionHeight - root.metrics.unit, root.metrics.target) / picture.ratio)
    readonly property bool portrait: root.metrics.portrait
    // The height there is for it.
    required property real room
    readonly property real widest: root.portrait ? root.width : root.width - buttons.width - root.metrics.gap

    height: Math.max(caption.y + caption.height, root.portrait ? 0 : buttons.height)

    Rectangle {
        id: frame

        readonly property real line: Math.max(root.metrics.unit * 0.18, 1)

        Accessible.description: caption.text
        Accessible.name: qsTr("Preview of “%1”").arg(root.chosen.title)
        Accessible.role: Accessible.Button
        activeFocusOnTab: true
        border.color: root.controls.palette.line
        border.width: line
        color: root.controls.palette.paper
        height: Math.round(picture.ratio * (width - 2 * line)) + 2 * line
        width: root.pictureWidth

        Accessible.onPressAction: root.chosen.turn()
        Keys.onReturnPressed: root.chosen.turn()

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
        TapHandler {
            acceptedButtons: Qt.LeftButton
            longPressThreshold: 0

            onTapped: root.chosen.turn()
        }
    }
    Text {
        id: caption

        Accessible.ignored: true
        color: root.controls.palette.muted
        elide: Text.ElideRight
        font.pixelSize: Math.round(root.metrics.label * 0.92)
        height: root.captionHeight
        text: !root.chosen.playable ? "" : root.chosen.page < 0 ? qsTr("In the loop. Tap for more.") : root.chosen.pages > 1 ? qsTr("After a touch, page %1 of %2").arg(root.chosen.page + 1).arg(root.chosen.pages) : qsTr("After a touch")
        width: frame.width
        y: frame.height + root.metrics.unit * 0.8
    }
    MoveButtons {
        id: buttons

        anchors.right: parent.right
        columns: 1
        controls: root.controls
        order: root.order
        visible: !root.portrait
    }
}
