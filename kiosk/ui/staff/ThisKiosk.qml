pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import ".."

// What concerns the machine as a whole. What ends the program asks first.
Flow {
    id: root

    required property Controls controls
    required property Machine machine

    signal restarting

    spacing: root.controls.metrics.gap

    Pill {
        controls: root.controls
        icon: "touch"
        text: qsTr("Clean the screen for a minute")

        onPressed: root.controls.press("clean")
    }
    Pill {
        controls: root.controls
        icon: "lock"
        text: qsTr("Change the PIN")

        onPressed: root.machine.changePin()
    }
    Pill {
        controls: root.controls
        icon: "redo"
        text: qsTr("Restart")

        onPressed: root.restarting()
    }
    Pill {
        controls: root.controls
        icon: "close"
        text: qsTr("Leave the kiosk")

        onPressed: root.machine.leave()
    }
    Text {
        Accessible.name: text
        Accessible.role: Accessible.AlertMessage
        color: root.controls.palette.ink
        font.pixelSize: root.controls.metrics.label
        font.weight: Font.DemiBold
        text: root.machine.message
        width: parent.width
        wrapMode: Text.Wrap
    }
}
