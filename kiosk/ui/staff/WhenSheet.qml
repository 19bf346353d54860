pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// When a slide shows: from and until a day, on which weekdays, in which hours. All by tapping.
Sheet {
    id: root

    required property SlideDetailModel chosen
    readonly property Metrics metrics: root.controls.metrics
    readonly property bool wide: !root.metrics.portrait

    cardWidth: Math.min(root.width * 0.96, root.metrics.unit * (root.wide ? 168 : 96))
    spacing: root.metrics.gap

    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.heading
        elide: Text.ElideRight
        font.pixelSize: Math.round(root.metrics.label * 1.35)
        font.weight: Font.Bold
        text: qsTr("When “%1” shows").arg(root.chosen.title)
        textFormat: Text.PlainText
        width: parent.width
    }
    Grid {
        columns: root.wide ? 2 : 1
        spacing: root.metrics.gap * 1.5
        width: parent.width

        DayStepper {
            controls: root.controls
            day: root.chosen.first
            none: qsTr("any")
            title: qsTr("First day")
            width: root.wide ? (parent.width - parent.spacing) / 2 : parent.width

            onCleared: root.chosen.anyFirst()
            onStepped: days => root.chosen.stepFirst(days)
        }
        DayStepper {
            controls: root.controls
            day: root.chosen.last
            none: qsTr("any")
            title: qsTr("Last day")
            width: root.wide ? (parent.width - parent.spacing) / 2 : parent.width

            onCleared: root.chosen.anyLast()
            onStepped: days => root.chosen.stepLast(days)
        }
    }
    Caption {
        controls: root.controls
        text: qsTr("Weekdays")
    }
    Flow {
        spacing: root.metrics.gap
        width: parent.width

        Repeater {
            model: root.chosen.weekdays

            Choice {
                required property int day
                required property string name
                required property bool on

                chosen: on
                controls: root.controls
                pad: root.metrics.label * 0.5
                text: name

                onPressed: root.chosen.toggleDay(day)
            }
        }
    }
    Caption {
        controls: root.controls
        text: qsTr("Hours")
    }
    Flow {
        spacing: root.metrics.gap
        width: parent.width

        Choice {
            chosen: !root.chosen.hasHours
            controls: root.controls
            text: qsTr("All day")

            onPressed: root.chosen.limitHours(!root.chosen.hasHours)
        }
        Stepper {
            controls: root.controls
            description: qsTr("From")
            opacity: root.chosen.hasHours ? 1 : 0.45
            value: root.chosen.start
            valueWidth: root.metrics.label * 3.4

            onGrown: root.chosen.stepStart(1)
            onLessened: root.chosen.stepStart(-1)
        }
        Text {
            Accessible.ignored: true
            color: root.controls.palette.ink
            font.pixelSize: Math.round(root.metrics.label * 1.3)
            height: root.metrics.target
            text: "–"
            verticalAlignment: Text.AlignVCenter
        }
        Stepper {
            controls: root.controls
            description: qsTr("Until")
            opacity: root.chosen.hasHours ? 1 : 0.45
            value: root.chosen.end
            valueWidth: root.metrics.label * 3.4

            onGrown: root.chosen.stepEnd(1)
            onLessened: root.chosen.stepEnd(-1)
        }
    }
    Row {
        anchors.right: parent.right
        spacing: root.metrics.gap

        Pill {
            controls: root.controls
            side: root.metrics.primary
            text: qsTr("At any time")

            onPressed: root.chosen.always()
        }
        Pill {
            controls: root.controls
            primary: true
            text: qsTr("Done")

            onPressed: root.dismissed()
        }
    }
}
