pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// All slides as rows. A row is carried by its handle; near an edge the list rolls on beneath it.
Item {
    id: root

    required property SessionControls controls
    property alias field: search.field
    readonly property real listTop: search.visible ? search.height + root.metrics.gap : 0
    readonly property Metrics metrics: root.controls.metrics
    required property SlideOrderModel order
    readonly property real pitch: root.rowHeight + root.metrics.unit * 1.6
    readonly property real rowHeight: Math.max(root.metrics.unit * 13.9, root.metrics.target * 1.12)

    signal searchAsked

    function show(key: string): void {
        const at = root.order.find(key);
        if (at >= 0)
            list.positionViewAtIndex(at, ListView.Contain);
    }

    Connections {
        function onChanged() {
            if (!root.order.lifted && list.chosen !== root.order.chosen.key) {
                list.chosen = root.order.chosen.key;
                root.show(list.chosen);
            }
        }

        target: root.order.chosen
    }
    Connections {
        function onRowsMoved(): void {
            // Whoever moves a slide with the buttons keeps it in sight.
            if (!root.order.lifted)
                root.show(root.order.chosen.key);
        }

        target: root.order.rows
    }
    SearchField {
        id: search

        controls: root.controls
        text: root.order.query
        visible: root.order.searchable
        width: parent.width

        onAsked: root.searchAsked()
        onEdited: words => root.order.search(words)
    }
    ListView {
        id: list

        property string chosen: ""

        Accessible.name: qsTr("Slides in their order")
        Accessible.role: Accessible.List
        bottomMargin: root.pitch / 3
        boundsBehavior: Flickable.StopAtBounds
        // Rows in waiting would be made in the midst of a drag.
        cacheBuffer: 0
        clip: true
        height: parent.height - root.listTop
        interactive: root.order.lifted === ""
        model: root.order.rows
        moveDisplaced: list.move
        reuseItems: true
        width: parent.width
        y: root.listTop

        delegate: RowCard {
            cardHeight: root.rowHeight
            // A carried row follows the finger, wherever the list has it stand meanwhile.
            carriedY: strip.fingerY - strip.grip
            controls: root.controls
            height: root.pitch
            order: root.order
            width: list.width
        }
        move: Transition {
            NumberAnimation {
                duration: root.controls.reducedMotion ? 0 : 140
                easing.type: Easing.OutQuad
                property: "y"
            }
        }
    }
    Rectangle {
        // How far down the list one is.
        readonly property real share: list.height / Math.max(list.contentHeight, 1)

        color: root.controls.palette.dotSeen
        height: Math.max(list.height * share, root.metrics.target / 2)
        radius: width / 2
        visible: share < 1
        width: root.metrics.unit * 0.7
        x: list.width + root.metrics.unit * 0.7
        y: root.listTop + list.visibleArea.yPosition * list.height
    }
    DragStrip {
        id: strip

        controls: root.controls
        enabled: root.order.movable
        height: list.height
        list: list
        order: root.order
        pitch: root.pitch
        width: Math.max(root.metrics.target, root.metrics.unit * 9)
        y: root.listTop
    }
}
