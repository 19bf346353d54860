import QtQuick
import kiosk.bridge
import "../components"

// The quiet invitation of the loop, and the dots beneath it.
Column {
    id: root

    required property SessionControls controls
    readonly property real unit: root.controls.metrics.unit

    spacing: unit * 3.2

    Row {
        spacing: root.unit * 2.6

        Rectangle {
            color: root.controls.palette.accent
            height: width
            radius: width / 2
            width: root.unit * 8.6

            Icon {
                anchors.centerIn: parent
                name: "touch"
                side: parent.width * 0.72
                tint: root.controls.palette.onAccent
            }
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            color: root.controls.palette.accent
            font.pixelSize: Math.max(root.unit * 3.9, root.controls.metrics.label)
            font.weight: Font.DemiBold
            text: qsTr("Touch to read at your own pace")
        }
    }
    Dots {
        anchors.left: parent.left
        controls: root.controls
    }
}
