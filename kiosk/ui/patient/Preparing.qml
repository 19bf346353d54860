import QtQuick
import kiosk.bridge

// With nothing to show: calm, and nothing of what is wrong.
Rectangle {
    id: root

    color: Theme.paper

    Rectangle {
        anchors.centerIn: parent
        color: Theme.card
        height: message.implicitHeight + Theme.unit * 14
        radius: Theme.unit * 4
        width: Math.min(message.implicitWidth + Theme.unit * 16, parent.width * 0.9)

        Text {
            id: message

            anchors.centerIn: parent
            color: Theme.heading
            font.pixelSize: Theme.unit * 6
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This screen is being prepared")
            width: Math.min(implicitWidth, root.width * 0.75)
            wrapMode: Text.Wrap
        }
    }
}
