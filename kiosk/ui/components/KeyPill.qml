import QtQuick
import kiosk.bridge

// A key of the keyboard on the screen. It leaves the focus to the field that it types into.
Pill {
    id: root

    focusPolicy: Qt.NoFocus
    ground: root.primary ? Theme.accent : Theme.card
    pad: 0
    radius: Theme.unit * 1.6
    side: Theme.target
}
