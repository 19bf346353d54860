import QtQuick
import kiosk.bridge
import "../components"

// The affairs of the machine as a whole. Those that end the program ask first.
Column {
    id: root

    required property ThisKioskModel machine

    signal cleaning
    signal restarting

    spacing: Theme.gap

    ChoiceCard {
        detail: qsTr("Touches do nothing for a minute, while the glass is wiped.")
        text: qsTr("Clean the screen")
        width: parent.width

        onClicked: root.cleaning()
    }
    ChoiceCard {
        detail: qsTr("Asks for the present one first.")
        text: qsTr("Change the PIN")
        width: parent.width

        onClicked: root.machine.changePin()
    }
    ChoiceCard {
        detail: qsTr("The slides are back after a moment.")
        text: qsTr("Restart")
        width: parent.width

        onClicked: root.restarting()
    }
    ChoiceCard {
        detail: qsTr("Asks for the PIN once more.") + " " + root.machine.farewell
        text: qsTr("Leave the kiosk")
        width: parent.width

        onClicked: root.machine.leave()
    }
    Label {
        Accessible.name: text
        Accessible.role: Accessible.AlertMessage
        font.weight: Font.DemiBold
        text: root.machine.message
        visible: text !== ""
        width: parent.width
    }
}
