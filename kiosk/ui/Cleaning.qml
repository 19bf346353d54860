import QtQuick
import kiosk.bridge

// The glass is being wiped: touches do nothing until the countdown is over.
Rectangle {
    id: root

    required property Controls controls
    readonly property real unit: root.controls.metrics.unit

    color: root.controls.palette.heading
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * root.controls.metrics.margin
        spacing: root.unit * 3

        Text {
            id: title
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This screen is being cleaned")
            color: root.controls.palette.onAccent
            font.pixelSize: root.unit * 7.2
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.controls.countdown
            color: root.controls.palette.onAccent
            font.pixelSize: root.unit * 22
            font.weight: Font.Bold
            Accessible.name: qsTr("%n second(s) left", "", root.controls.countdown)
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Touches do nothing now. The slides come back by themselves.")
            color: root.controls.palette.onAccent
            font.pixelSize: Math.max(root.unit * 4.1, root.controls.metrics.label)
            wrapMode: Text.Wrap
        }
    }
}
