import QtQuick
import kiosk.bridge

// A slide's picture as large as the screen allows. A tap anywhere closes it.
Rectangle {
    id: root

    required property Controls controls

    color: root.controls.palette.paper

    Image {
        anchors.centerIn: parent
        cache: false
        source: root.controls.overlays.picture ? "image://slides/" + root.controls.overlays.picture : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: root.controls.overlays.alt
    }
    MouseArea {
        anchors.fill: parent
        onClicked: root.controls.press("close")
    }
    Pill {
        controls: root.controls
        anchors.right: parent.right
        anchors.margins: root.controls.metrics.gap * 2
        anchors.top: root.controls.lowReach ? undefined : parent.top
        anchors.bottom: root.controls.lowReach ? parent.bottom : undefined
        icon: "close"
        description: qsTr("Close the picture")
        onPressed: root.controls.press("close")
    }
}
