pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Ten digits and a dot for each that was typed. It knows no PIN and shows no digit that was typed.
FocusScope {
    id: root

    required property SessionControls controls
    readonly property real key: Math.min(root.metrics.primary * 1.25, (root.height - root.metrics.label * 9.5 - root.metrics.primary) / 4 - root.metrics.gap)
    property string leaveText: qsTr("Back to the slides")
    readonly property Metrics metrics: root.controls.metrics
    readonly property bool open: root.pad.step !== "shut"
    required property PinPadModel pad

    signal dismissed

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
        spacing: root.metrics.gap * 1.4
        width: Math.min(root.width * 0.9, root.metrics.unit * 90)

        Text {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            color: root.controls.palette.heading
            font.pixelSize: Math.round(root.metrics.label * 1.7)
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: root.pad.step === "enter" ? qsTr("Staff PIN") : root.pad.step === "choose" ? qsTr("Set a PIN for staff") : root.pad.step === "repeat" ? qsTr("The same PIN again") : qsTr("No PIN is set")
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            readonly property string told: root.pad.step === "choose" ? qsTr("6 to 12 digits. Keep it with whoever looks after this screen.") : root.pad.step === "shut" ? qsTr("Whoever looks after this machine sets it at a terminal with: main.py pin") : root.pad.busy ? qsTr("One moment…") : root.pad.message
            readonly property string waiting: root.pad.wait > 0 ? qsTr("Try again in %1 s.").arg(root.pad.wait) : ""

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            color: root.controls.palette.ink
            font.pixelSize: root.metrics.label
            height: Math.max(implicitHeight, root.metrics.label * 1.3)
            horizontalAlignment: Text.AlignHCenter
            text: told + (told && waiting ? " " : "") + waiting
            width: parent.width
            wrapMode: Text.Wrap
        }
        Row {
            Accessible.name: qsTr("%1 digits typed").arg(root.pad.length)
            Accessible.role: Accessible.StaticText
            anchors.horizontalCenter: parent.horizontalCenter
            height: root.metrics.label
            spacing: root.metrics.label * 0.6
            visible: root.open

            Repeater {
                model: Math.max(root.pad.length, 6)

                Rectangle {
                    required property int index

                    anchors.verticalCenter: parent?.verticalCenter
                    border.color: root.controls.palette.accent
                    border.width: Math.max(root.metrics.unit * 0.25, 2)
                    color: index < root.pad.length ? root.controls.palette.accent : "transparent"
                    height: width
                    radius: width / 2
                    width: root.metrics.label * 0.7
                }
            }
        }
        Grid {
            LayoutMirroring.enabled: false
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            enabled: root.pad.wait === 0 && !root.pad.busy
            spacing: root.metrics.gap
            visible: root.open

            Repeater {
                model: [1, 2, 3, 4, 5, 6, 7, 8, 9]

                Pill {
                    required property int modelData

                    controls: root.controls
                    ground: root.controls.palette.card
                    height: root.key
                    radius: root.metrics.unit * 2.4
                    text: modelData
                    textSize: root.metrics.label * 1.5
                    width: root.key * 1.5

                    onPressed: root.pad.type(modelData)
                }
            }
            Pill {
                controls: root.controls
                description: qsTr("Delete the last digit")
                height: root.key
                icon: "backspace"
                radius: root.metrics.unit * 2.4
                width: root.key * 1.5

                onPressed: root.pad.erase()
            }
            Pill {
                controls: root.controls
                ground: root.controls.palette.card
                height: root.key
                radius: root.metrics.unit * 2.4
                text: "0"
                textSize: root.metrics.label * 1.5
                width: root.key * 1.5

                onPressed: root.pad.type(0)
            }
            Pill {
                controls: root.controls
                enabled: root.pad.ready
                height: root.key
                primary: true
                radius: root.metrics.unit * 2.4
                text: qsTr("OK")
                width: root.key * 1.5

                onPressed: root.pad.submit()
            }
        }
        Pill {
            anchors.horizontalCenter: parent.horizontalCenter
            controls: root.controls
            side: root.metrics.primary
            text: root.leaveText

            onPressed: root.dismissed()
        }
    }
}
