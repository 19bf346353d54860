pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Every setting, group by group.
StaffPage {
    id: root

    readonly property SettingsModel house: root.staff.house
    readonly property ThisKioskModel machine: root.staff.machine
    // Beside the list, unless six of them below each other are too many for the screen.
    readonly property bool wide: !Theme.portrait && root.height > 7.6 * (Theme.target + Theme.gap)

    covered: question.active || root.machine.purpose !== ThisKioskModel.Purpose.Nothing
    saves: true
    title: qsTr("Settings")

    over: [
        Loader {
            id: question

            active: false
            anchors.fill: parent

            sourceComponent: Question {
                no: qsTr("Cancel")
                text: qsTr("The slides are back after a moment. What was not saved is kept as a draft.")
                title: qsTr("Restart the kiosk?")
                yes: qsTr("Restart")

                onAnswered: wanted => {
                    question.active = false;
                    if (wanted)
                        root.machine.restart();
                }
            }
        },
        Loader {
            active: root.machine.purpose !== ThisKioskModel.Purpose.Nothing
            anchors.fill: parent

            sourceComponent: Layer {
                Rectangle {
                    anchors.fill: parent
                    color: Theme.desk
                }
                MouseArea {
                    anchors.fill: parent
                }
                PinPad {
                    anchors.fill: parent
                    focus: true
                    leaveText: qsTr("Cancel")
                    pad: root.machine.pad

                    onDismissed: root.machine.cancel()
                }
            }
        }
    ]

    Component.onCompleted: root.house.open(SettingsModel.Group.Times)
    Component.onDestruction: root.house.open(SettingsModel.Group.Nothing)

    Flow {
        id: groups

        readonly property real beside: Theme.label * 9
        readonly property list<string> names: [qsTr("Times"), qsTr("Languages"), qsTr("Screen"), qsTr("Open hours"), qsTr("Phrases"), qsTr("This kiosk")]

        spacing: Theme.gap
        width: root.wide ? beside : parent.width

        Repeater {
            model: [SettingsModel.Group.Times, SettingsModel.Group.Languages, SettingsModel.Group.Screen, SettingsModel.Group.Hours, SettingsModel.Group.Phrases, SettingsModel.Group.Machine]

            Choice {
                required property int index
                required property int modelData

                chosen: root.house.group === modelData
                text: groups.names[index]
                width: root.wide ? groups.width : implicitWidth

                onClicked: root.house.open(modelData)
            }
        }
    }
    ScrollArea {
        id: list

        readonly property int group: root.house.group

        anchors.bottom: parent.bottom
        anchors.left: root.wide ? groups.right : parent.left
        anchors.leftMargin: root.wide ? root.pad : 0
        anchors.right: parent.right
        anchors.top: root.wide ? parent.top : groups.bottom
        anchors.topMargin: root.wide ? 0 : root.pad
        contentHeight: lines.height

        onGroupChanged: list.contentY = 0

        Column {
            id: lines

            spacing: Theme.gap
            width: list.width

            ThisKioskPage {
                machine: root.machine
                visible: list.group === SettingsModel.Group.Machine
                width: lines.width

                onCleaning: root.staff.startCleaning()
                onRestarting: question.active = true
            }
            Repeater {
                model: root.house.rows

                SettingLine {
                    house: root.house
                    width: lines.width
                }
            }
        }
    }
}
