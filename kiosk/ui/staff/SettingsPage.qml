pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Every setting, group by group.
StaffPage {
    id: root

    required property SettingsModel house
    required property ThisKioskModel machine
    // Beside the list, unless six of them below each other are too many for the screen.
    readonly property bool wide: !root.metrics.portrait && root.height > 7.6 * (root.metrics.target + root.metrics.gap)

    saves: true
    title: qsTr("Settings")

    over: [
        Loader {
            id: question

            active: false
            anchors.fill: parent

            sourceComponent: Question {
                controls: root.controls
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
            active: root.machine.purpose !== ""
            anchors.fill: parent
            focus: active

            sourceComponent: Rectangle {
                color: root.controls.palette.desk

                MouseArea {
                    anchors.fill: parent
                }
                PinPad {
                    anchors.fill: parent
                    controls: root.controls
                    focus: true
                    leaveText: qsTr("Cancel")
                    pad: root.machine.pad

                    onDismissed: root.machine.cancel()
                }
            }
        }
    ]

    Component.onCompleted: root.house.open("times")
    Component.onDestruction: root.house.open("")

    Flow {
        id: groups

        readonly property real beside: root.metrics.label * 9
        readonly property list<string> names: [qsTr("Times"), qsTr("Languages"), qsTr("Screen"), qsTr("Open hours"), qsTr("Phrases"), qsTr("This kiosk")]

        spacing: root.metrics.gap
        width: root.wide ? beside : parent.width

        Repeater {
            model: ["times", "languages", "screen", "hours", "phrases", "machine"]

            Choice {
                required property int index
                required property string modelData

                chosen: root.house.group === modelData
                controls: root.controls
                text: groups.names[index]
                width: root.wide ? groups.width : implicitWidth

                onPressed: root.house.open(modelData)
            }
        }
    }
    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: root.wide ? groups.right : parent.left
        anchors.leftMargin: root.wide ? root.pad : 0
        anchors.right: parent.right
        anchors.top: root.wide ? parent.top : groups.bottom
        anchors.topMargin: root.wide ? 0 : root.pad
        boundsBehavior: Flickable.StopAtBounds
        // No row is under way when others take its place.
        cacheBuffer: 0
        clip: true
        interactive: contentHeight > height
        model: root.house.rows
        spacing: root.metrics.gap
        visible: root.house.group !== "machine"

        delegate: SettingLine {
            controls: root.controls
            house: root.house
            width: ListView.view.width
        }
    }
    ThisKioskPage {
        anchors.fill: list
        controls: root.controls
        machine: root.machine
        visible: root.house.group === "machine"

        onRestarting: question.active = true
    }
}
