import QtQuick
import kiosk.bridge

// A layer over a page that asks for attention. It takes the focus when it appears; whoever shows it disables what is beneath.
FocusScope {
    id: root

    function enter(): void {
        root.forceActiveFocus();
        if (Theme.keys)
            root.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }

    // Later: what lies beneath must have been disabled by then.
    Component.onCompleted: Qt.callLater(root.enter)
}
