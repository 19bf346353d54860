import QtQuick
import kiosk.bridge

// One of several that exclude each other; the chosen one is filled.
Pill {
    id: root

    property bool chosen: false

    checkable: true
    checked: root.chosen
    ground: root.chosen ? Theme.accent : Theme.quiet
    ink: root.chosen ? Theme.onAccent : Theme.onQuiet
    outlined: false
}
