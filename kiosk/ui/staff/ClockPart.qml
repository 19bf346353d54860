import QtQuick
import kiosk.bridge
import "../components"

// A part of the date or time with its name above it, stepped by one, or by a leap as well.
Column {
    id: root

    // 0 for none.
    property int leap: 0
    required property string title
    required property string value

    signal stepped(int steps)

    spacing: Theme.gap * 0.4

    Caption {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.title
    }
    Row {
        spacing: Theme.gap

        Pill {
            description: qsTr("%1: %2 less").arg(root.title).arg(root.leap)
            text: "−" + root.leap
            visible: root.leap > 0

            onClicked: root.stepped(-root.leap)
        }
        Stepper {
            description: root.title
            value: root.value
            valueWidth: Theme.label * 3

            onGrown: root.stepped(1)
            onLessened: root.stepped(-1)
        }
        Pill {
            description: qsTr("%1: %2 more").arg(root.title).arg(root.leap)
            text: "+" + root.leap
            visible: root.leap > 0

            onClicked: root.stepped(root.leap)
        }
    }
}
