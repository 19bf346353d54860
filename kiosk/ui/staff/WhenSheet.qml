pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The times at which a slide shows: from and until a day, on which weekdays, in which hours. All by tapping.
Sheet {
    id: root

    required property SlideDetailModel chosen
    readonly property bool wide: !Theme.portrait

    cardWidth: Math.min(root.width * 0.96, Theme.unit * (root.wide ? 168 : 96))
    spacing: Theme.gap

    Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.heading
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.label * 1.35)
        font.weight: Font.Bold
        text: qsTr("When “%1” shows").arg(root.chosen.title)
        width: parent.width
        wrapMode: Text.NoWrap
    }
    Grid {
        columns: root.wide ? 2 : 1
        spacing: Theme.gap * 1.5
        width: parent.width

        DayStepper {
            day: root.chosen.first
            none: qsTr("any")
            title: qsTr("First day")
            width: root.wide ? (parent.width - parent.spacing) / 2 : parent.width

            onCleared: root.chosen.anyFirst()
            onStepped: days => root.chosen.stepFirst(days)
        }
        DayStepper {
            day: root.chosen.last
            none: qsTr("any")
            title: qsTr("Last day")
            width: root.wide ? (parent.width - parent.spacing) / 2 : parent.width

            onCleared: root.chosen.anyLast()
            onStepped: days => root.chosen.stepLast(days)
        }
    }
    Caption {
        text: qsTr("Weekdays")
    }
    Flow {
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.chosen.weekdays

            Choice {
                required property int day
                required property string name
                required property bool on

                chosen: on
                pad: Theme.label * 0.5
                text: name

                onClicked: root.chosen.toggleDay(day)
            }
        }
    }
    Caption {
        text: qsTr("Hours")
    }
    Flow {
        spacing: Theme.gap
        width: parent.width

        Choice {
            chosen: !root.chosen.hasHours
            text: qsTr("All day")

            onClicked: root.chosen.limitHours(!root.chosen.hasHours)
        }
        Stepper {
            description: qsTr("From")
            opacity: root.chosen.hasHours ? 1 : 0.45
            value: root.chosen.start
            valueWidth: Theme.label * 3.4

            onGrown: root.chosen.stepStart(1)
            onLessened: root.chosen.stepStart(-1)
        }
        Text {
            Accessible.ignored: true
            color: Theme.ink
            font.pixelSize: Math.round(Theme.label * 1.3)
            height: Theme.target
            text: "–"
            verticalAlignment: Text.AlignVCenter
        }
        Stepper {
            description: qsTr("Until")
            opacity: root.chosen.hasHours ? 1 : 0.45
            value: root.chosen.end
            valueWidth: Theme.label * 3.4

            onGrown: root.chosen.stepEnd(1)
            onLessened: root.chosen.stepEnd(-1)
        }
    }
    Row {
        anchors.right: parent.right
        spacing: Theme.gap

        Pill {
            side: Theme.primary
            text: qsTr("At any time")

            onClicked: root.chosen.always()
        }
        Pill {
            primary: true
            text: qsTr("Done")

            onClicked: root.dismissed()
        }
    }
}
