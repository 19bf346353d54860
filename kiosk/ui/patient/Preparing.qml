import QtQuick
import kiosk.bridge

// With nothing to show: calm, and nothing of what is wrong.
Rectangle {
    id: root

    required property SessionControls controls

    color: root.controls.palette.paper

    Rectangle {
        anchors.centerIn: parent
        color: root.controls.palette.card
        height: message.implicitHeight + root.controls.metrics.unit * 14
        radius: root.controls.metrics.unit * 4
        width: Math.min(message.implicitWidth + root.controls.metrics.unit * 16, parent.width * 0.9)

        Text {
            id: message

            anchors.centerIn: parent
            color: root.controls.palette.heading
            font.pixelSize: root.controls.metrics.unit * 6
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This screen is being prepared")
            width: Math.min(implicitWidth, root.width * 0.75)
            wrapMode: Text.Wrap
        }
    }
}
