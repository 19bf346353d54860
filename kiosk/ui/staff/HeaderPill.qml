import QtQuick
import "../components"

// A button on the head of a staff page. The primary one stands out.
Pill {
    id: root

    ground: root.primary ? root.controls.palette.signal : root.controls.palette.bannerQuiet
    ink: root.primary ? root.controls.palette.onSignal : root.controls.palette.onBanner
    side: root.controls.metrics.target
}
