pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The machine's clock: what it says, and setting it, part by part.
StaffPage {
    id: root

    readonly property ClockModel clock: root.staff.clock
    // In the order of ClockModel.Part.
    readonly property list<string> names: [qsTr("Year"), qsTr("Month"), qsTr("Day"), qsTr("Hour"), qsTr("Minute")]

    title: qsTr("Date and time")

    actions: HeaderPill {
        available: !root.clock.busy
        description: qsTr("Set the clock to %1").arg(root.clock.wanted)
        icon.name: "clock"
        primary: true
        text: qsTr("Set the clock")

        onClicked: root.clock.set()
    }

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
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                color: root.clock.wrong ? Theme.alarm : Theme.ink
                font.weight: Font.DemiBold
                text: root.clock.busy ? qsTr("One moment …") : root.clock.message
                visible: text !== ""
                width: parent.width

                // It stands at the top, wherever the page was rolled to.
                onTextChanged: scroll.contentY = 0
            }
            Label {
                text: root.clock.warning ? root.clock.warning : qsTr("The clock says %1.").arg(root.clock.says)
                width: parent.width
            }
            Pill {
                available: !root.clock.busy
                icon.name: "check"
                text: qsTr("That is right")
                visible: root.clock.canConfirm

                onClicked: root.clock.confirm()
            }
            Repeater {
                model: [root.clock.dayParts, root.clock.hourParts]

                Flow {
                    id: parts

                    required property ListModel modelData

                    spacing: Theme.gap
                    width: column.width

                    Repeater {
                        model: parts.modelData

                        ClockPart {
                            required property int part

                            leap: part === ClockModel.Part.Minute ? 10 : 0
                            title: root.names[part]

                            onStepped: steps => root.clock.step(part, steps)
                        }
                    }
                }
            }
            Label {
                text: qsTr("Time zone: %1").arg(root.clock.zone)
                visible: root.clock.zone !== ""
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
