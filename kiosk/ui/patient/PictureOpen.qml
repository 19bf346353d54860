import QtQuick
import kiosk.bridge
import "../components"

// A slide's picture as large as the screen allows. A tap anywhere closes it.
Rectangle {
    id: root

    required property SessionControls controls

    color: root.controls.palette.paper

    Image {
        Accessible.name: root.controls.overlays.alt
        Accessible.role: Accessible.Graphic
        anchors.centerIn: parent
        cache: false
        source: root.controls.overlays.picture ? "image://slides/" + root.controls.overlays.picture : ""
    }
    MouseArea {
        anchors.fill: parent

        onClicked: root.controls.press("close")
    }
    Pill {
        anchors.bottom: root.controls.lowReach ? parent.bottom : undefined
        anchors.margins: root.controls.metrics.gap * 2
        anchors.right: parent.right
        anchors.top: root.controls.lowReach ? undefined : parent.top
        controls: root.controls
        description: qsTr("Close the picture")
        icon: "close"

        onPressed: root.controls.press("close")
    }
}
