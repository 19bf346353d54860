pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The last saves: what each one held, and how to have it back.
StaffPage {
    id: root

    readonly property HistoryModel past: root.staff.past
    readonly property bool wide: !Theme.portrait

    covered: question.active
    title: qsTr("History")

    over: Loader {
        id: question

        active: false
        anchors.fill: parent

        sourceComponent: Question {
            no: qsTr("Leave it")
            text: root.past.losesEdit ? qsTr("It plays from the next slide on. What was not saved is lost. The state of now stays in this list.") : qsTr("It plays from the next slide on. The state of now stays in this list.")
            title: qsTr("Bring back version %1?").arg(root.past.number)
            yes: qsTr("Bring it back")

            onAnswered: wanted => {
                question.active = false;
                if (wanted)
                    root.past.bringBack();
            }
        }
    }

    Component.onCompleted: root.past.begin()

    RowList {
        id: versions

        height: root.wide ? parent.height : (parent.height - root.pad) * 0.45
        model: root.past.versions
        spacing: Theme.gap
        width: root.wide ? (parent.width - root.pad) * 0.46 : parent.width

        delegate: ChoiceCard {
            required chosen
            required property bool current
            required property int number
            required property string saved
            required property string summary

            detail: qsTr("%1: %2").arg(number).arg(summary)
            focusPolicy: ListView.isCurrentItem || activeFocus ? Qt.TabFocus : Qt.NoFocus
            text: saved === "" ? qsTr("As it was at first") : current ? qsTr("%1 · holds now").arg(saved) : saved
            width: ListView.view.width

            onClicked: root.past.look(number)
        }
    }
    Label {
        anchors.fill: versions
        text: root.past.busy ? qsTr("One moment …") : qsTr("Nothing was saved yet.")
        visible: versions.count === 0
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: root.wide ? versions.right : parent.left
        anchors.leftMargin: root.wide ? root.pad : 0
        anchors.right: parent.right
        anchors.top: root.wide ? parent.top : versions.bottom
        anchors.topMargin: root.wide ? 0 : root.pad
        color: Theme.card
        radius: Theme.unit * 1.6
        visible: root.past.number > 0

        Caption {
            id: heading

            text: root.past.busy ? qsTr("One moment …") : qsTr("The order in version %1").arg(root.past.number)
            width: parent.width - 2 * x
            x: Theme.label * 0.8
            y: Theme.label * 0.8
        }
        RowList {
            id: order

            anchors.bottom: back.visible ? back.top : parent.bottom
            anchors.left: heading.left
            anchors.leftMargin: 0
            anchors.margins: Theme.label * 0.5
            anchors.right: heading.right
            anchors.rightMargin: 0
            anchors.top: heading.bottom
            model: root.past.order
            plain: true

            delegate: Label {
                readonly property list<string> notes: [!on ? qsTr("off") : "", touch ? qsTr("only after a touch") : "", seconds].filter(note => note !== "")
                required property bool on
                required property int place
                required property string seconds
                required property string title
                required property bool touch

                color: on ? Theme.ink : Theme.muted
                height: implicitHeight + Theme.label * 0.3
                text: notes.length ? qsTr("%1. %2 (%3)").arg(place).arg(title).arg(notes.join(", ")) : qsTr("%1. %2").arg(place).arg(title)
                width: ListView.view.width
            }
        }
        Pill {
            id: back

            anchors.bottom: parent.bottom
            anchors.margins: Theme.label * 0.8
            anchors.right: parent.right
            available: !root.past.busy
            icon.name: "history"
            primary: true
            text: qsTr("Bring it back")
            visible: root.past.canBringBack

            onClicked: question.active = true
        }
    }
}
