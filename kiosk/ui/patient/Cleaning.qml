import QtQuick
import kiosk.bridge

// The glass is being wiped: touches do nothing until the countdown is over.
Rectangle {
    id: root

    required property SessionControls controls
    readonly property real unit: Theme.unit

    Accessible.name: title.text
    Accessible.role: Accessible.AlertMessage
    color: Theme.heading

    Column {
        anchors.centerIn: parent
        spacing: root.unit * 3
        width: parent.width - 2 * Theme.margin

        Text {
            id: title

            color: Theme.onAccent
            font.pixelSize: root.unit * 7.2
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This screen is being cleaned")
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            Accessible.name: qsTr("%1 seconds left").arg(root.controls.countdown)
            color: Theme.onAccent
            font.pixelSize: root.unit * 22
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: root.controls.countdown
            width: parent.width
        }
        Text {
            color: Theme.onAccent
            font.pixelSize: Math.max(root.unit * 4.1, Theme.label)
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Touches do nothing now. The slides come back by themselves.")
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
