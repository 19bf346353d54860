pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The machine's clock: what it says, and setting it, part by part.
StaffPage {
    id: root

    readonly property ClockModel clock: root.staff.clock

    title: qsTr("Date and time")

    Component.onCompleted: root.clock.begin()
    Component.onDestruction: root.clock.end()

    ScrollArea {
        id: scroll

        anchors.fill: parent
        contentHeight: column.height

        Column {
            id: column

            spacing: Theme.gap
            width: scroll.width

            Label {
                text: root.clock.zone ? qsTr("The clock says %1 (%2).").arg(root.clock.says).arg(root.clock.zone) : qsTr("The clock says %1.").arg(root.clock.says)
                width: parent.width
            }
            Pill {
                available: !root.clock.busy
                icon.name: "check"
                text: qsTr("That is right")
                visible: root.clock.canConfirm

                onClicked: root.clock.confirm()
            }
            Flow {
                id: parts

                readonly property list<string> names: [qsTr("Year"), qsTr("Month"), qsTr("Day"), qsTr("Hour"), qsTr("Minute")]

                spacing: Theme.gap
                width: parent.width

                Repeater {
                    model: root.clock.parts

                    ClockPart {
                        required property int part

                        leap: part === ClockModel.Part.Minute ? 10 : 0
                        title: parts.names[part]

                        onStepped: steps => root.clock.step(part, steps)
                    }
                }
            }
            Pill {
                available: !root.clock.busy
                icon.name: "clock"
                primary: true
                text: Theme.portrait ? qsTr("Set the clock") : qsTr("Set the clock to %1").arg(root.clock.wanted)

                onClicked: root.clock.set()
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                color: root.clock.wrong ? Theme.alarm : Theme.ink
                font.weight: Font.DemiBold
                text: root.clock.busy ? qsTr("One moment …") : root.clock.message
                visible: text !== ""
                width: parent.width
            }
            Row {
                spacing: Theme.gap
                visible: root.clock.knowsNetwork

                Toggle {
                    available: !root.clock.busy
                    checked: root.clock.byNetwork
                    description: network.text

                    onClicked: root.clock.setByNetwork(!checked)
                }
                Label {
                    id: network

                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Time from the network, where there is one")
                }
            }
        }
    }
}
