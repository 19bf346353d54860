import QtQuick
import kiosk.bridge
import "../components"

// For those who cannot drag: the chosen slide to the top, up, down.
Grid {
    id: root

    required property SlideOrderModel order

    spacing: Theme.gap

    Pill {
        available: !root.order.atTop
        description: qsTr("Move to the top")
        icon.name: "top"

        onClicked: root.order.moveToTop()
    }
    Pill {
        available: !root.order.atTop
        description: qsTr("Move up")
        icon.name: "up"

        onClicked: root.order.moveUp()
    }
    Pill {
        available: !root.order.atBottom
        description: qsTr("Move down")
        icon.name: "down"

        onClicked: root.order.moveDown()
    }
}
