import QtQuick
import kiosk.bridge
import "../components"

// A day that is stepped by days and weeks, or none.
Column {
    id: root

    required property SessionControls controls
    // "" for none.
    required property string day
    required property string none
    required property string title

    signal cleared
    signal stepped(int days)

    spacing: root.controls.metrics.gap * 0.5

    Caption {
        controls: root.controls
        text: root.title
    }
    Flow {
        spacing: root.controls.metrics.gap
        width: parent.width

        Pill {
            controls: root.controls
            description: qsTr("%1: a week earlier").arg(root.title)
            text: "−7"

            onPressed: root.stepped(-7)
        }
        Stepper {
            controls: root.controls
            description: root.title
            value: root.day ? root.day : root.none
            valueWidth: Math.max(root.controls.metrics.label * 4.5, root.width - 5 * root.controls.metrics.target - 5 * root.controls.metrics.gap - 2)

            onGrown: root.stepped(1)
            onLessened: root.stepped(-1)
        }
        Pill {
            controls: root.controls
            description: qsTr("%1: a week later").arg(root.title)
            text: "+7"

            onPressed: root.stepped(7)
        }
        Pill {
            controls: root.controls
            description: qsTr("%1: no limit").arg(root.title)
            enabled: root.day !== ""
            icon: "close"

            onPressed: root.cleared()
        }
    }
}
