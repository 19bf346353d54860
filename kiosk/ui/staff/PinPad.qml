pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Ten digits and a dot for each that was typed. It knows no PIN and shows no digit that was typed.
FocusScope {
    id: root

    property bool busy: root.pad.busy
    readonly property real key: Math.min(Theme.primary * 1.25, (root.height - Theme.label * 9.5 - Theme.primary) / 4 - Theme.gap, (root.width * 0.96 - Theme.gap * 2) / 4.5)
    property string leaveText: qsTr("Back to the slides")
    required property PinPadModel pad
    readonly property bool taking: root.pad.wait === 0 && !root.busy

    signal dismissed

    Keys.enabled: !root.busy

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            root.pad.type(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            root.pad.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.pad.submit();
        else
            return;
        event.accepted = true;
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap * 1.4
        width: Math.min(root.width * 0.9, Theme.unit * 90)

        Label {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            color: Theme.heading
            font.pixelSize: Math.round(Theme.label * 1.7)
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: root.pad.step === PinPadModel.Step.Enter ? qsTr("Staff PIN") : root.pad.step === PinPadModel.Step.Choose ? qsTr("Set a PIN for staff") : root.pad.step === PinPadModel.Step.Repeat ? qsTr("The same PIN again") : qsTr("No PIN is set")
            width: parent.width
        }
        Label {
            readonly property string asked: root.pad.step === PinPadModel.Step.Choose ? qsTr("6 to 12 digits. Keep it with whoever looks after this screen.") : root.pad.step === PinPadModel.Step.Code ? qsTr("Enter the six-digit code that the terminal or the log shows.") : ""
            readonly property string sentence: root.busy ? qsTr("One moment…") : root.pad.message || asked
            readonly property string waiting: root.pad.wait > 0 ? qsTr("Try again in %1 s.").arg(root.pad.wait) : ""

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            height: Math.max(implicitHeight, Theme.label * 1.3)
            horizontalAlignment: Text.AlignHCenter
            text: sentence + (sentence && waiting ? " " : "") + waiting
            width: parent.width
        }
        Row {
            Accessible.ignored: !enabled
            Accessible.name: qsTr("%1 digits typed").arg(root.pad.length)
            Accessible.role: Accessible.StaticText
            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.label
            spacing: Theme.label * 0.6

            Repeater {
                model: Math.max(root.pad.length, 6)

                Rectangle {
                    required property int index

                    anchors.verticalCenter: parent?.verticalCenter
                    border.color: Theme.accent
                    border.width: Math.max(Theme.unit * 0.25, 2)
                    color: index < root.pad.length ? Theme.accent : "transparent"
                    height: width
                    radius: width / 2
                    width: Theme.label * 0.7
                }
            }
        }
        Grid {
            LayoutMirroring.enabled: false
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: Theme.gap

            Repeater {
                model: [1, 2, 3, 4, 5, 6, 7, 8, 9]

                Pill {
                    required property int modelData

                    available: root.taking
                    ground: Theme.card
                    height: root.key
                    radius: Theme.unit * 2.4
                    text: modelData
                    textSize: Theme.label * 1.5
                    width: root.key * 1.5

                    onClicked: root.pad.type(modelData)
                }
            }
            Pill {
                available: root.taking
                description: qsTr("Delete the last digit")
                height: root.key
                icon.name: "backspace"
                radius: Theme.unit * 2.4
                width: root.key * 1.5

                onClicked: root.pad.erase()
            }
            Pill {
                available: root.taking
                ground: Theme.card
                height: root.key
                radius: Theme.unit * 2.4
                text: "0"
                textSize: Theme.label * 1.5
                width: root.key * 1.5

                onClicked: root.pad.type(0)
            }
            Pill {
                available: root.pad.ready
                height: root.key
                primary: true
                radius: Theme.unit * 2.4
                text: qsTr("OK")
                width: root.key * 1.5

                onClicked: root.pad.submit()
            }
        }
        Pill {
            anchors.horizontalCenter: parent.horizontalCenter
            side: Theme.primary
            text: root.leaveText

            onClicked: root.dismissed()
        }
    }
}
