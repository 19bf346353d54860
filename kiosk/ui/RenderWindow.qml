import QtQuick
import kiosk.bridge
import "slide"

// One page of a slide and nothing else, for pictures and for checking.
Window {
    id: root

    required property ListModel boxes

    color: Theme.paper

    SlidePage {
        anchors.fill: parent
        boxes: root.boxes
        objectName: "page"
    }
}
