import QtQuick
import kiosk.bridge
import "../components"

// The quiet invitation of the loop, and the dots beneath it.
Column {
    id: root

    required property SessionControls controls
    readonly property real unit: Theme.unit

    spacing: unit * 3.2

    Row {
        spacing: root.unit * 2.6

        Rectangle {
            color: Theme.accent
            height: width
            radius: width / 2
            width: root.unit * 8.6

            Icon {
                anchors.centerIn: parent
                name: "touch"
                side: parent.width * 0.72
                tint: Theme.onAccent
            }
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            font.pixelSize: Math.max(root.unit * 3.9, Theme.label)
            font.weight: Font.DemiBold
            text: qsTr("Touch to read at your own pace")
        }
    }
    Dots {
        anchors.left: parent.left
        controls: root.controls
    }
}
