import QtQuick
import kiosk.bridge

// The column of handles. It lies over the list, so that no row's coming or going takes the finger away from it.
MouseArea {
    id: root

    readonly property bool carrying: root.order.lifted !== ""
    // The finger, and where it holds the row, both in px of the list's content.
    property real fingerY: 0
    property real grip: 0
    property string held: ""
    required property ListView list
    readonly property real lowest: Math.max(root.list.contentHeight + root.list.bottomMargin - root.list.height, 0)
    // The distance from an edge at which the list begins to roll, and its px per step there.
    readonly property real margin: root.pitch * 0.75
    required property SlideOrderModel order
    required property real pitch
    property real pressedAt: 0
    readonly property real pull: root.mouseY < root.margin ? root.mouseY - root.margin : root.mouseY > root.height - root.margin ? root.mouseY - root.height + root.margin : 0

    function follow(): void {
        root.fingerY = root.mouseY + root.list.contentY - root.list.originY;
        const middle = root.fingerY - root.grip + root.pitch / 2;
        root.order.carry(Math.max(0, Math.min(root.list.count - 1, Math.floor(middle / root.pitch))));
    }
    function lift(): void {
        const at = root.order.find(root.held);
        root.grip = root.pressedAt + root.list.contentY - root.list.originY - at * root.pitch;
        root.order.lift(root.held);
        // Where a topic's slides have folded away, its header is still beneath the finger.
        const now = root.order.find(root.held);
        if (now !== at)
            root.list.contentY = root.list.originY + Math.max(0, Math.min(root.lowest, now * root.pitch + root.grip - root.mouseY));
        root.follow();
    }

    acceptedButtons: Qt.LeftButton
    preventStealing: true

    onCanceled: root.order.cancel()
    onPositionChanged: mouse => {
        if (root.carrying)
            root.follow();
        else if (Math.abs(mouse.y - root.pressedAt) > Theme.unit)
            root.lift();
    }
    onPressed: mouse => {
        root.pressedAt = mouse.y;
        root.held = root.order.keyAt(Math.floor((mouse.y + root.list.contentY - root.list.originY) / root.pitch));
        mouse.accepted = root.held !== "";
    }
    onReleased: {
        if (root.carrying) {
            root.order.drop();
            root.list.positionViewAtIndex(root.order.find(root.held), ListView.Contain);
        } else {
            root.order.choose(root.held);
        }
    }

    Timer {
        interval: 16
        repeat: true
        running: root.carrying && root.pull !== 0

        onTriggered: {
            const to = root.list.contentY + root.pull / root.margin * root.pitch * 0.18;
            root.list.contentY = Math.max(root.list.originY, Math.min(root.list.originY + root.lowest, to));
            root.follow();
        }
    }
}
