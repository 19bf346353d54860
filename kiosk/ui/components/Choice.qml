import QtQuick

// One of several that exclude each other; the chosen one is filled.
Pill {
    id: root

    property bool chosen: false

    Accessible.checkable: true
    Accessible.checked: root.chosen
    ground: root.chosen ? root.controls.palette.accent : root.controls.palette.quiet
    ink: root.chosen ? root.controls.palette.onAccent : root.controls.palette.onQuiet
}
