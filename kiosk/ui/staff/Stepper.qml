import QtQuick
import kiosk.bridge
import ".."

// A value with less and more beside it.
Row {
    id: root

    required property Controls controls
    required property string value
    // What the value is, for whoever cannot see it: "Time on screen".
    required property string description
    property real valueWidth: root.controls.metrics.label * 4
    property bool canLessen: true
    property bool canGrow: true

    signal lessened
    signal grown

    spacing: root.controls.metrics.gap

    Pill {
        controls: root.controls
        icon: "minus"
        enabled: root.canLessen
        description: qsTr("%1: less").arg(root.description)
        onPressed: root.lessened()
    }
    Text {
        width: root.valueWidth
        height: root.controls.metrics.target
        text: root.value
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(root.controls.metrics.label * 0.8)
        color: root.controls.palette.ink
        font.pixelSize: Math.round(root.controls.metrics.label * 1.3)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.StaticText
        Accessible.name: root.description + ": " + root.value
    }
    Pill {
        controls: root.controls
        icon: "plus"
        enabled: root.canGrow
        description: qsTr("%1: more").arg(root.description)
        onPressed: root.grown()
    }
}
