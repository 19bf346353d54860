import QtQuick
import kiosk.bridge

// The quiet invitation of the loop, and the dots beneath it.
Column {
    id: root

    required property Controls controls
    readonly property real unit: root.controls.metrics.unit

    spacing: unit * 3.2

    Row {
        spacing: root.unit * 2.6
        Rectangle {
            width: root.unit * 8.6
            height: width
            radius: width / 2
            color: root.controls.palette.accent
            Icon {
                anchors.centerIn: parent
                name: "touch"
                tint: root.controls.palette.onAccent
                side: parent.width * 0.72
            }
        }
        Text {
            text: qsTr("Touch to read at your own pace")
            color: root.controls.palette.accent
            font.pixelSize: Math.max(root.unit * 3.9, root.controls.metrics.label)
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Dots {
        controls: root.controls
        anchors.left: parent.left
    }
}
