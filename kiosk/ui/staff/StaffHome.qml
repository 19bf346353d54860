pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The staff's panel: the PIN pad, or the open page. Nothing of the slides shows behind it.
FocusScope {
    id: root

    required property StaffPanel staff

    focus: true

    Rectangle {
        anchors.fill: parent
        color: Theme.desk
    }
    MouseArea {
        anchors.fill: parent
    }
    FocusReturn {
        covered: root.staff.hasDraft
    }
    ClockWarning {
        id: clockWarning

        enabled: !root.staff.hasDraft
        staff: root.staff
        width: parent.width
    }
    Loader {
        id: place

        readonly property url file: place.fileOf(root.staff.page)

        // A page's file is read when it is opened, so that the pad does not wait for them all.
        function fileOf(page: int): url {
            switch (page) {
            case StaffPanel.Page.Slides:
                return "SlideOrderPage.qml";
            case StaffPanel.Page.Announcement:
                return "AnnouncementPage.qml";
            case StaffPanel.Page.Settings:
                return "SettingsPage.qml";
            case StaffPanel.Page.History:
                return "HistoryPage.qml";
            case StaffPanel.Page.Timetable:
                return "TimetablePage.qml";
            case StaffPanel.Page.Backup:
                return "BackupPage.qml";
            case StaffPanel.Page.Clock:
                return "ClockPage.qml";
            default:
                return "PinPage.qml";
            }
        }

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: clockWarning.bottom
        enabled: !root.staff.hasDraft
        focus: true

        onFileChanged: setSource(file, {
            "staff": root.staff
        })
        onLoaded: (place.item as Item).focus = true
    }
    Notice {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: !root.staff.hasDraft
        text: root.staff.page === StaffPanel.Page.Pad ? "" : root.staff.notice

        onDismissed: root.staff.dismissNotice()
    }
    Loader {
        active: root.staff.hasDraft
        anchors.fill: parent

        sourceComponent: Question {
            no: qsTr("Throw it away")
            text: qsTr("The last time, this panel was left without saving.")
            title: qsTr("Go on with what was not saved?")
            yes: qsTr("Go on with it")

            onAnswered: wanted => root.staff.takeDraft(wanted)
        }
    }
}
