import QtQuick
import kiosk.bridge

// Rows below each other, rolled by a finger where they are too many. For the keyboard they are one stop: Up and Down lead from row
// to row, so that a thousand of them lie in nobody's way. A row takes the focus only while it is `ListView.isCurrentItem`.
ListView {
    id: root

    // The rows are words alone: Up and Down roll them.
    property bool plain: false

    function goTo(index: int): void {
        if (index < 0 || index >= root.count)
            return;
        root.currentIndex = index;
        const row = root.currentItem;
        (row.activeFocusOnTab ? row : row.nextItemInFocusChain()).forceActiveFocus(Qt.TabFocusReason);
    }
    function roll(way: int): void {
        const lowest = root.originY + root.contentHeight - root.height;
        root.contentY = Math.max(Math.min(root.contentY + way * root.height / 2, lowest), root.originY);
    }
    function showCurrent(): void {
        // What a finger carries, it rolls itself.
        if (root.activeFocus && Theme.keys && !root.plain)
            root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }

    activeFocusOnTab: root.plain && root.interactive
    boundsBehavior: Flickable.StopAtBounds
    // No row is under way when others take its place.
    cacheBuffer: 0
    clip: true
    highlightFollowsCurrentItem: false
    interactive: contentHeight > height
    keyNavigationEnabled: false

    Keys.onDownPressed: root.plain ? root.roll(1) : root.goTo(root.currentIndex + 1)
    Keys.onUpPressed: root.plain ? root.roll(-1) : root.goTo(root.currentIndex - 1)
    onActiveFocusChanged: root.showCurrent()
    onCurrentIndexChanged: root.showCurrent()

    FocusRing {
        control: root
        inset: 0
        parent: root
        visible: root.plain && root.activeFocus && Theme.keys
    }
}
