import QtQuick

// A key of the keyboard.
Pill {
    id: root

    activeFocusOnTab: false
    ground: root.primary ? root.controls.palette.accent : root.controls.palette.card
    pad: 0
    radius: root.controls.metrics.unit * 1.6
    side: root.controls.metrics.target
}
