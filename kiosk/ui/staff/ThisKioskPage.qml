import QtQuick
import kiosk.bridge
import "../components"

// What concerns the machine as a whole. What ends the program asks first.
Column {
    id: root

    required property SessionControls controls
    required property ThisKioskModel machine

    signal restarting

    spacing: root.controls.metrics.gap

    ChoiceCard {
        controls: root.controls
        detail: qsTr("Touches do nothing for a minute, while the glass is wiped.")
        text: qsTr("Clean the screen")
        width: parent.width

        onPressed: root.controls.press("clean")
    }
    ChoiceCard {
        controls: root.controls
        detail: qsTr("Asks for the present one first.")
        text: qsTr("Change the PIN")
        width: parent.width

        onPressed: root.machine.changePin()
    }
    ChoiceCard {
        controls: root.controls
        detail: qsTr("The slides are back after a moment.")
        text: qsTr("Restart")
        width: parent.width

        onPressed: root.restarting()
    }
    ChoiceCard {
        controls: root.controls
        detail: qsTr("Asks for the PIN once more. The slides stop.")
        text: qsTr("Leave the kiosk")
        width: parent.width

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
