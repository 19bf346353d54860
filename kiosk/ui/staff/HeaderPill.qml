import QtQuick
import kiosk.bridge
import "../components"

// A button on the head of a staff page. The primary one stands out.
Pill {
    id: root

    ground: root.primary ? Theme.signal : Theme.bannerQuiet
    ink: root.primary ? Theme.onSignal : Theme.onBanner
    side: Theme.target
}
