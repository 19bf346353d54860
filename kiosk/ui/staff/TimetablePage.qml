pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// What plays when: a day as a strip, the slides of one part of it, and the slides that never come.
StaffPage {
    id: root

    required property TimetableModel day
    readonly property bool wide: !root.metrics.portrait

    title: qsTr("What plays when")

    Component.onCompleted: root.day.begin()

    Flow {
        id: choice

        spacing: root.metrics.gap
        width: parent.width

        Pill {
            controls: root.controls
            description: qsTr("The day before")
            icon: "back"

            onPressed: root.day.step(-1)
        }
        Text {
            color: root.controls.palette.ink
            font.pixelSize: Math.round(root.metrics.label * 1.2)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: root.metrics.target
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(root.metrics.label * 0.8)
            text: root.day.day
            verticalAlignment: Text.AlignVCenter
            width: Math.min(root.metrics.label * 16, choice.width - 2 * (root.metrics.target + root.metrics.gap))
        }
        Pill {
            controls: root.controls
            description: qsTr("The day after")
            icon: "next"

            onPressed: root.day.step(1)
        }
        Pill {
            controls: root.controls
            text: qsTr("Today")
            visible: !root.day.isToday

            onPressed: root.day.today()
        }
    }
    DayStrip {
        id: strip

        anchors.top: choice.bottom
        anchors.topMargin: root.metrics.gap
        controls: root.controls
        day: root.day
        width: parent.width
    }
    Rectangle {
        id: playing

        anchors.top: strip.bottom
        anchors.topMargin: root.metrics.gap
        color: root.controls.palette.card
        height: (root.wide || !unseenCard.visible ? parent.height - y : (parent.height - y - root.pad) * 0.6)
        radius: root.metrics.unit * 1.6
        width: root.wide && unseenCard.visible ? (parent.width - root.pad) * 0.58 : parent.width

        Caption {
            id: heading

            controls: root.controls
            text: !root.day.open ? qsTr("%1: closed").arg(root.day.hours) : list.count === 0 ? qsTr("%1: nothing plays").arg(root.day.hours) : list.count === 1 ? qsTr("%1: 1 slide").arg(root.day.hours) : qsTr("%1: %2 slides").arg(root.day.hours).arg(list.count)
            width: parent.width - 2 * x
            x: root.metrics.label * 0.8
            y: root.metrics.label * 0.6
        }
        ListView {
            id: list

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.metrics.label * 0.4
            anchors.left: heading.left
            anchors.right: heading.right
            anchors.top: heading.bottom
            anchors.topMargin: root.metrics.label * 0.4
            boundsBehavior: Flickable.StopAtBounds
            // No row is under way when others take its place.
            cacheBuffer: 0
            clip: true
            interactive: contentHeight > height
            model: root.day.playing

            delegate: Text {
                required property int index
                required property string title

                color: root.controls.palette.ink
                elide: Text.ElideRight
                font.pixelSize: root.metrics.label
                height: implicitHeight + root.metrics.label * 0.25
                text: qsTr("%1. %2").arg(index + 1).arg(title)
                textFormat: Text.PlainText
                width: ListView.view.width
            }
        }
    }
    Rectangle {
        id: unseenCard

        anchors.bottom: parent.bottom
        anchors.left: root.wide ? playing.right : parent.left
        anchors.leftMargin: root.wide ? root.pad : 0
        anchors.right: parent.right
        anchors.top: root.wide ? playing.top : playing.bottom
        anchors.topMargin: root.wide ? 0 : root.pad
        border.color: root.controls.palette.alarm
        border.width: Math.max(root.metrics.unit * 0.18, 1)
        color: root.controls.palette.alarmGround
        radius: root.metrics.unit * 1.6
        visible: unseen.count > 0

        Caption {
            id: never

            controls: root.controls
            text: qsTr("Switched on, and never seen")
            width: parent.width - 2 * x
            x: root.metrics.label * 0.8
            y: root.metrics.label * 0.6
        }
        ListView {
            id: unseen

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.metrics.label * 0.4
            anchors.left: never.left
            anchors.right: never.right
            anchors.top: never.bottom
            anchors.topMargin: root.metrics.label * 0.4
            boundsBehavior: Flickable.StopAtBounds
            // No row is under way when others take its place.
            cacheBuffer: 0
            clip: true
            interactive: contentHeight > height
            model: root.day.unseen
            spacing: root.metrics.gap

            delegate: Text {
                required property string reason
                required property string title

                color: root.controls.palette.ink
                font.pixelSize: root.metrics.label
                text: qsTr("%1: %2").arg(title).arg(reason)
                textFormat: Text.PlainText
                width: ListView.view.width
                wrapMode: Text.Wrap
            }
        }
    }
}
