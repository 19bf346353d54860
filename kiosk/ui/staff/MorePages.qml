import QtQuick
import kiosk.bridge
import "../components"

// The pages that are needed less often.
Sheet {
    id: root

    signal asked(int page)

    Pill {
        icon.name: "clock"
        text: qsTr("What plays when")
        width: parent.width

        onClicked: root.asked(StaffPanel.Page.Timetable)
    }
    Pill {
        icon.name: "clock"
        text: qsTr("Date and time")
        width: parent.width

        onClicked: root.asked(StaffPanel.Page.Clock)
    }
    Pill {
        icon.name: "history"
        text: qsTr("Earlier versions")
        width: parent.width

        onClicked: root.asked(StaffPanel.Page.History)
    }
    Pill {
        icon.name: "expand"
        text: qsTr("Export and import")
        width: parent.width

        onClicked: root.asked(StaffPanel.Page.Backup)
    }
    Pill {
        ground: Theme.card
        text: qsTr("Back to the slide order")
        width: parent.width

        onClicked: root.dismissed()
    }
}
