import QtQuick

// Gives the focus back to the control that had it, once nothing lies over the page any more.
Item {
    id: root

    required property bool covered
    readonly property Item current: root.Window.activeFocusItem
    property Item last: null

    onCoveredChanged: {
        const item = root.last;
        if (!root.covered && item)
            Qt.callLater(() => item?.forceActiveFocus(Qt.TabFocusReason));
    }
    onCurrentChanged: {
        // While a layer comes, the control beneath is already disabled, and the focus is on its way.
        if (!root.covered && root.current?.activeFocusOnTab)
            root.last = root.current;
    }
}
