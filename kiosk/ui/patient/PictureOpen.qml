import QtQuick
import kiosk.bridge
import "../components"

// A slide's picture as large as the screen allows. A tap anywhere closes it.
Layer {
    id: root

    required property SessionControls controls

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Image {
        Accessible.ignored: !enabled
        Accessible.name: root.controls.overlays.alt
        Accessible.role: Accessible.Graphic
        anchors.centerIn: parent
        cache: false
        source: root.controls.overlays.picture ? "image://slides/" + root.controls.overlays.picture : ""
    }
    MouseArea {
        anchors.fill: parent

        onClicked: root.controls.closeOverlay()
    }
    Pill {
        anchors.bottom: Theme.lowReach ? parent.bottom : undefined
        anchors.margins: Theme.gap * 2
        anchors.right: parent.right
        anchors.top: Theme.lowReach ? undefined : parent.top
        description: qsTr("Close the picture")
        icon.name: "close"

        onClicked: root.controls.closeOverlay()
    }
}
