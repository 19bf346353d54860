pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// All slides as rows. A row is carried by its handle; near an edge the list rolls on beneath it.
Item {
    id: root

    property alias field: search
    readonly property real listTop: search.visible ? search.height + Theme.gap : 0
    required property SlideOrderModel order
    readonly property real pitch: root.rowHeight + Theme.unit * 1.6
    readonly property real rowHeight: Math.max(Theme.unit * 13.9, Theme.target * 1.12)

    signal searchAsked

    function show(key: string): void {
        const at = root.order.find(key);
        if (at >= 0) {
            list.currentIndex = at;
            list.positionViewAtIndex(at, ListView.Contain);
        }
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

        text: root.order.query
        visible: root.order.searchable
        width: parent.width

        onAsked: root.searchAsked()
        onEdited: words => root.order.search(words)
    }
    RowList {
        id: list

        property string chosen: ""

        Accessible.ignored: !enabled
        Accessible.name: qsTr("Slides in their order")
        Accessible.role: Accessible.List
        bottomMargin: root.pitch / 3
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
            height: root.pitch
            order: root.order
            width: list.width
        }
        move: Transition {
            NumberAnimation {
                duration: Theme.reducedMotion ? 0 : 140
                easing.type: Easing.OutQuad
                property: "y"
            }
        }
    }
    Rectangle {
        // The scroll bar: the place in the list.
        readonly property real share: list.height / Math.max(list.contentHeight, 1)

        color: Theme.dotSeen
        height: Math.max(list.height * share, Theme.target / 2)
        radius: width / 2
        visible: share < 1
        width: Theme.unit * 0.7
        x: list.width + Theme.unit * 0.7
        y: root.listTop + list.visibleArea.yPosition * list.height
    }
    DragStrip {
        id: strip

        enabled: root.order.movable
        height: list.height
        list: list
        order: root.order
        pitch: root.pitch
        width: Math.max(Theme.target, Theme.unit * 9)
        y: root.listTop
    }
}
