import QtQuick
import kiosk.bridge
import ".."

// What patients read, or will as soon as it is saved, and how to take it down.
Rectangle {
    id: root

    required property Announcing announcing
    required property Controls controls

    color: root.controls.palette.accent
    height: words.height + root.controls.metrics.label * 1.4
    radius: root.controls.metrics.unit * 1.6

    Column {
        id: words

        spacing: root.controls.metrics.gap
        width: parent.width - 2 * x
        x: root.controls.metrics.label * 0.7
        y: x

        Text {
            color: root.controls.palette.onAccent
            font.pixelSize: root.controls.metrics.label
            font.weight: Font.DemiBold
            text: root.announcing.standingText
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            color: root.controls.palette.onAccent
            font.pixelSize: Math.round(root.controls.metrics.label * 0.85)
            text: qsTr("Up until %1, as soon as it is saved").arg(root.announcing.standingUntil)
            width: parent.width
            wrapMode: Text.Wrap
        }
        Pill {
            controls: root.controls
            text: qsTr("Take it down")

            onPressed: root.announcing.takeDown()
        }
    }
}
