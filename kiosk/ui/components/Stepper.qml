import QtQuick
import kiosk.bridge

// A value with less and more beside it.
Row {
    id: root

    property bool canGrow: true
    property bool canLessen: true
    // The name of the value, for whoever cannot see it: "Time on screen".
    required property string description
    required property string value
    property real valueWidth: Theme.label * 4

    signal grown
    signal lessened

    spacing: Theme.gap

    Pill {
        available: root.canLessen
        description: qsTr("%1: less").arg(root.description)
        icon.name: "minus"

        onClicked: root.lessened()
    }
    Label {
        Accessible.name: root.description + ": " + root.value
        Accessible.role: Accessible.StaticText
        font.pixelSize: Math.round(Theme.label * 1.3)
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        height: Theme.target
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.round(Theme.label * 0.8)
        text: root.value
        verticalAlignment: Text.AlignVCenter
        width: root.valueWidth
        wrapMode: Text.NoWrap
    }
    Pill {
        available: root.canGrow
        description: qsTr("%1: more").arg(root.description)
        icon.name: "plus"

        onClicked: root.grown()
    }
}
