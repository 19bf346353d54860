pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The plan of what plays: a day as a strip, the slides of one part of it, and the slides that never come.
StaffPage {
    id: root

    readonly property TimetableModel day: root.staff.timetable
    readonly property bool wide: !Theme.portrait

    title: qsTr("What plays when")

    Component.onCompleted: root.day.begin()

    Flow {
        id: choice

        spacing: Theme.gap
        width: parent.width

        Pill {
            description: qsTr("The day before")
            icon.name: "back"

            onClicked: root.day.step(-1)
        }
        Label {
            font.pixelSize: Math.round(Theme.label * 1.2)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            height: Theme.target
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(Theme.label * 0.8)
            text: root.day.day
            verticalAlignment: Text.AlignVCenter
            width: Math.min(Theme.label * 16, choice.width - 2 * (Theme.target + Theme.gap))
            wrapMode: Text.NoWrap
        }
        Pill {
            description: qsTr("The day after")
            icon.name: "next"

            onClicked: root.day.step(1)
        }
        Pill {
            text: qsTr("Today")
            visible: !root.day.isToday

            onClicked: root.day.today()
        }
    }
    DayStrip {
        id: strip

        anchors.top: choice.bottom
        anchors.topMargin: Theme.gap
        day: root.day
        width: parent.width
    }
    Rectangle {
        id: playing

        anchors.top: strip.bottom
        anchors.topMargin: Theme.gap
        color: Theme.card
        height: (root.wide || !unseenCard.visible ? parent.height - y : (parent.height - y - root.pad) * 0.6)
        radius: Theme.unit * 1.6
        width: root.wide && unseenCard.visible ? (parent.width - root.pad) * 0.58 : parent.width

        Caption {
            id: heading

            text: !root.day.open ? qsTr("%1: closed").arg(root.day.hours) : list.count === 0 ? qsTr("%1: nothing plays").arg(root.day.hours) : list.count === 1 ? qsTr("%1: 1 slide").arg(root.day.hours) : qsTr("%1: %2 slides").arg(root.day.hours).arg(list.count)
            width: parent.width - 2 * x
            x: Theme.label * 0.8
            y: Theme.label * 0.6
        }
        RowList {
            id: list

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.label * 0.4
            anchors.left: heading.left
            anchors.right: heading.right
            anchors.top: heading.bottom
            anchors.topMargin: Theme.label * 0.4
            model: root.day.playing
            plain: true

            delegate: Label {
                required property int index
                required property string title

                elide: Text.ElideRight
                height: implicitHeight + Theme.label * 0.25
                text: qsTr("%1. %2").arg(index + 1).arg(title)
                width: ListView.view.width
                wrapMode: Text.NoWrap
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
        border.color: Theme.alarm
        border.width: Math.max(Theme.unit * 0.18, 1)
        color: Theme.alarmGround
        radius: Theme.unit * 1.6
        visible: unseen.count > 0

        Caption {
            id: never

            text: qsTr("Switched on, and never seen")
            width: parent.width - 2 * x
            x: Theme.label * 0.8
            y: Theme.label * 0.6
        }
        RowList {
            id: unseen

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.label * 0.4
            anchors.left: never.left
            anchors.right: never.right
            anchors.top: never.bottom
            anchors.topMargin: Theme.label * 0.4
            model: root.day.unseen
            plain: true
            spacing: Theme.gap

            delegate: Label {
                required property string reason
                required property string title

                text: qsTr("%1: %2").arg(title).arg(reason)
                width: ListView.view.width
            }
        }
    }
}
