import QtQuick
import "../components"

// The pages that are needed less often.
Sheet {
    id: root

    signal asked(string page)

    Pill {
        controls: root.controls
        icon: "clock"
        text: qsTr("What plays when")
        width: parent.width

        onPressed: root.asked("timetable")
    }
    Pill {
        controls: root.controls
        icon: "history"
        text: qsTr("Earlier versions")
        width: parent.width

        onPressed: root.asked("history")
    }
    Pill {
        controls: root.controls
        icon: "expand"
        text: qsTr("Export and import")
        width: parent.width

        onPressed: root.asked("backup")
    }
    Pill {
        controls: root.controls
        ground: root.controls.palette.card
        text: qsTr("Back to the slide order")
        width: parent.width

        onPressed: root.dismissed()
    }
}
