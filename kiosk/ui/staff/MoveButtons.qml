import QtQuick
import kiosk.bridge
import "../components"

// For those who cannot drag: the chosen slide to the top, up, down.
Grid {
    id: root

    required property SessionControls controls
    required property SlideOrderModel order

    spacing: root.controls.metrics.gap

    Pill {
        controls: root.controls
        description: qsTr("Move to the top")
        enabled: !root.order.atTop
        icon: "top"

        onPressed: root.order.moveToTop()
    }
    Pill {
        controls: root.controls
        description: qsTr("Move up")
        enabled: !root.order.atTop
        icon: "up"

        onPressed: root.order.moveUp()
    }
    Pill {
        controls: root.controls
        description: qsTr("Move down")
        enabled: !root.order.atBottom
        icon: "down"

        onPressed: root.order.moveDown()
    }
}
