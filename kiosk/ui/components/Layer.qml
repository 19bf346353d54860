import QtQuick
import kiosk.bridge

// What lies over a page and asks for attention. It takes the focus when it appears; whoever shows it disables what is beneath.
FocusScope {
    id: root

    Component.onCompleted: {
        root.forceActiveFocus();
        if (Theme.keys)
            root.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }
}
