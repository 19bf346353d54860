pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import ".."

// The staff's panel: the PIN pad, or the open page. Nothing of the slides shows behind it.
FocusScope {
    id: root

    required property Controls controls
    required property Staff staff

    focus: true

    Rectangle {
        anchors.fill: parent
        color: root.controls.palette.desk
    }
    MouseArea {
        anchors.fill: parent
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (root.staff.page) {
            case "pad":
                return pad;
            case "announcement":
                return announcement;
            case "settings":
                return settings;
            case "history":
                return history;
            case "timetable":
                return timetable;
            case "backup":
                return backup;
            }
            return slides;
        }
    }
    Component {
        id: pad

        PinPad {
            controls: root.controls
            focus: true
            pad: root.staff.pad

            onDismissed: root.staff.leave()
        }
    }
    Component {
        id: slides

        SlideOrder {
            controls: root.controls
            staff: root.staff
        }
    }
    Component {
        id: announcement
        AnnouncementPage {
            controls: root.controls
            announcing: root.staff.announcing
            onWentBack: root.staff.open("slides")
            onSaved: root.staff.saveAndClose()
        }
    }
    Component {
        id: settings
        SettingsPage {
            controls: root.controls
            house: root.staff.house
            machine: root.staff.machine
            onWentBack: root.staff.open("slides")
            onSaved: root.staff.saveAndClose()
        }
    }
    Component {
        id: history
        HistoryPage {
            controls: root.controls
            past: root.staff.past
            onWentBack: root.staff.open("slides")
        }
    }
    Component {
        id: timetable
        TimetablePage {
            controls: root.controls
            day: root.staff.timetable
            onWentBack: root.staff.open("slides")
        }
    }
    Component {
        id: backup
        BackupPage {
            controls: root.controls
            baggage: root.staff.backup
            onWentBack: root.staff.open("slides")
        }
    }

    Notice {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        controls: root.controls
        text: root.staff.page === "pad" ? "" : root.staff.notice

        onDismissed: root.staff.dismissNotice()
    }
    Loader {
        active: root.staff.hasDraft
        anchors.fill: parent

        sourceComponent: Question {
            controls: root.controls
            no: qsTr("Throw it away")
            text: qsTr("The last time, this panel was left without saving.")
            title: qsTr("Go on with what was not saved?")
            yes: qsTr("Go on with it")

            onAnswered: wanted => root.staff.takeDraft(wanted)
        }
    }
}
