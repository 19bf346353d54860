import QtQuick
import kiosk.bridge
import "slide"

// One page of a slide and nothing else, for pictures and for checking.
Window {
    id: root

    required property ListModel boxes
    required property Palette colours
    required property Metrics metrics

    color: root.colours.paper

    SlidePage {
        anchors.fill: parent
        boxes: root.boxes
        colours: root.colours
        metrics: root.metrics
        objectName: "page"
    }
}
