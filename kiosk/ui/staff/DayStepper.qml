import QtQuick
import kiosk.bridge
import "../components"

// A day that is stepped by days and weeks, or none.
Column {
    id: root

    // "" for none.
    required property string day
    required property string none
    required property string title

    signal cleared
    signal stepped(int days)

    spacing: Theme.gap * 0.5

    Caption {
        text: root.title
    }
    Flow {
        spacing: Theme.gap
        width: parent.width

        Pill {
            description: qsTr("%1: a week earlier").arg(root.title)
            text: "−7"

            onClicked: root.stepped(-7)
        }
        Stepper {
            description: root.title
            value: root.day ? root.day : root.none
            valueWidth: Math.max(Theme.label * 4.5, root.width - 5 * Theme.target - 5 * Theme.gap - 2)

            onGrown: root.stepped(1)
            onLessened: root.stepped(-1)
        }
        Pill {
            description: qsTr("%1: a week later").arg(root.title)
            text: "+7"

            onClicked: root.stepped(7)
        }
        Pill {
            available: root.day !== ""
            description: qsTr("%1: no limit").arg(root.title)
            icon.name: "close"

            onClicked: root.cleared()
        }
    }
}
