pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The staff's panel: the PIN pad, or the open page. Nothing of the slides shows behind it.
FocusScope {
    id: root

    required property SessionControls controls
    required property StaffPanel staff

    focus: true

    Rectangle {
        anchors.fill: parent
        color: root.controls.palette.desk
    }
    MouseArea {
        anchors.fill: parent
    }
    Loader {
        id: place

        // A page's files are read when it is opened, so that the pad does not wait for them all.
        readonly property string page: root.staff.page

        function enter(): void {
            switch (place.page) {
            case "pad":
                return place.show("PinPad.qml", "pad", root.staff.pad);
            case "slides":
                return place.show("SlideOrderPage.qml", "staff", root.staff);
            case "announcement":
                return place.show("AnnouncementPage.qml", "announcing", root.staff.announcing);
            case "settings":
                return place.setSource("SettingsPage.qml", {
                    "controls": root.controls,
                    "house": root.staff.house,
                    "machine": root.staff.machine
                });
            case "history":
                return place.show("HistoryPage.qml", "past", root.staff.past);
            case "timetable":
                return place.show("TimetablePage.qml", "day", root.staff.timetable);
            case "backup":
                return place.show("BackupPage.qml", "baggage", root.staff.backup);
            }
        }
        function show(file: string, name: string, subject: QtObject): void {
            place.setSource(file, {
                "controls": root.controls,
                [name]: subject
            });
        }

        anchors.fill: parent
        focus: true

        Component.onCompleted: place.enter()
        onLoaded: (place.item as Item).focus = true
        onPageChanged: place.enter()
    }
    Connections {
        function onDismissed(): void {
            root.staff.leave();
        }
        function onSaved(): void {
            root.staff.saveAndClose();
        }
        function onWentBack(): void {
            root.staff.open("slides");
        }

        ignoreUnknownSignals: true
        target: place.item
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
