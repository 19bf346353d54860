import QtQuick
import kiosk.bridge

// More than fits, rolled by a finger; what the keyboard comes to is rolled into sight.
Flickable {
    id: root

    readonly property Item focused: root.Window.activeFocusItem

    function holds(item: Item): bool {
        return item ? item === root.contentItem || root.holds(item.parent) : false;
    }
    function reveal(item: Item): void {
        const top = item.mapToItem(root.contentItem, 0, 0).y - Theme.gap;
        const lowest = item.height + top + 2 * Theme.gap - root.height;
        root.contentY = Math.max(Math.min(Math.max(root.contentY, lowest), top, root.contentHeight - root.height), 0);
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: contentHeight > height

    onFocusedChanged: if (Theme.keys && root.holds(root.focused))
        root.reveal(root.focused)
}
