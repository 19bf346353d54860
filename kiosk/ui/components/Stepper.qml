import QtQuick
import kiosk.bridge

// A value with less and more beside it.
Row {
    id: root

    property bool canGrow: true
    property bool canLessen: true
    required property SessionControls controls
    // What the value is, for whoever cannot see it: "Time on screen".
    required property string description
    required property string value
    property real valueWidth: root.controls.metrics.label * 4

    signal grown
    signal lessened

    spacing: root.controls.metrics.gap

    Pill {
        controls: root.controls
        description: qsTr("%1: less").arg(root.description)
        enabled: root.canLessen
        icon: "minus"

        onPressed: root.lessened()
    }
    Text {
        Accessible.name: root.description + ": " + root.value
        Accessible.role: Accessible.StaticText
        color: root.controls.palette.ink
        font.pixelSize: Math.round(root.controls.metrics.label * 1.3)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: root.controls.metrics.target
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.round(root.controls.metrics.label * 0.8)
        text: root.value
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        width: root.valueWidth
    }
    Pill {
        controls: root.controls
        description: qsTr("%1: more").arg(root.description)
        enabled: root.canGrow
        icon: "plus"

        onPressed: root.grown()
    }
}
