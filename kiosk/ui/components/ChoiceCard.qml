import QtQuick
import kiosk.bridge

// A line to choose, as long as its text is: a phrase, a version, a drive, a file.
Rectangle {
    id: root

    property bool chosen: false
    required property SessionControls controls
    property string detail: ""
    required property string text

    signal pressed

    Accessible.checked: root.chosen
    Accessible.name: root.detail ? root.text + ". " + root.detail : root.text
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    border.color: root.chosen || root.activeFocus ? root.controls.palette.accent : root.controls.palette.line
    border.width: Math.max(root.controls.metrics.unit * (root.chosen || root.activeFocus ? 0.45 : 0.18), 1)
    color: tap.pressed ? Qt.darker(root.controls.palette.card, 1.06) : root.controls.palette.card
    implicitHeight: Math.max(words.height + root.controls.metrics.label * 0.9, root.controls.metrics.target)
    opacity: root.enabled ? 1 : 0.5
    radius: root.controls.metrics.unit * 1.6

    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x
        x: root.controls.metrics.label * 0.7

        Text {
            Accessible.ignored: true
            color: root.controls.palette.ink
            font.pixelSize: root.controls.metrics.label
            font.weight: root.detail ? Font.DemiBold : Font.Normal
            text: root.text
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            Accessible.ignored: true
            color: root.controls.palette.muted
            font.pixelSize: Math.round(root.controls.metrics.label * 0.85)
            text: root.detail
            textFormat: Text.PlainText
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.pressed()
    }
}
