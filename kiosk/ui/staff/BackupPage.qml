pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The whole state onto a drive, and back from one.
StaffPage {
    id: root

    readonly property BackupModel backup: root.staff.backup
    readonly property bool wide: !Theme.portrait

    covered: root.backup.would !== ""
    title: qsTr("Backup")

    over: Loader {
        active: root.covered
        anchors.fill: parent

        sourceComponent: Question {
            no: qsTr("Leave it")
            text: qsTr("The file is right. It would change: %1. What was not saved is lost; the state of now stays in the history.").arg(root.backup.would)
            title: qsTr("Bring in %1?").arg(root.backup.chosenFile)
            yes: qsTr("Bring it in")

            onAnswered: wanted => wanted ? root.backup.bringIn() : root.backup.forget()
        }
    }

    Component.onCompleted: root.backup.begin()
    Component.onDestruction: root.backup.end()

    Column {
        id: drives

        spacing: Theme.gap
        width: root.wide ? (parent.width - root.pad) / 2 : parent.width

        Caption {
            text: driveList.count > 0 ? qsTr("Drives") : qsTr("Plug in a USB stick; it appears here.")
            width: parent.width
        }
        Repeater {
            id: driveList

            model: root.backup.drives

            ChoiceCard {
                required chosen
                required property int index
                required property string label
                required property string place

                detail: place
                text: label
                width: parent?.width ?? 0

                onClicked: root.backup.chooseDrive(index)
            }
        }
        Pill {
            available: !root.backup.busy
            icon.name: "down"
            primary: true
            text: qsTr("Save everything there")
            visible: root.backup.hasDrive

            onClicked: root.backup.export()
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            color: root.backup.wrong ? Theme.kicker : Theme.ink
            font.weight: Font.DemiBold
            text: root.backup.busy ? qsTr("One moment …") : root.backup.message
            visible: text !== ""
            width: parent.width
        }
        Label {
            color: Theme.muted
            font.pixelSize: Math.round(Theme.label * 0.85)
            text: qsTr("The order, all settings and the history, in one file. Never the PIN.")
            visible: root.backup.hasDrive
            width: parent.width
        }
    }
    Caption {
        id: title

        text: exports.count > 0 ? qsTr("Bring in") : qsTr("There is no backup on this drive.")
        visible: root.backup.hasDrive
        width: parent.width - x
        x: root.wide ? drives.width + root.pad : 0
        y: root.wide ? 0 : drives.height + root.pad
    }
    RowList {
        id: exports

        anchors.bottom: parent.bottom
        anchors.left: title.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.gap
        model: root.backup.files
        spacing: Theme.gap

        delegate: ChoiceCard {
            required chosen
            required property string name
            required property string written

            available: !root.backup.busy
            detail: written
            focusPolicy: ListView.isCurrentItem || activeFocus ? Qt.TabFocus : Qt.NoFocus
            text: name
            width: ListView.view.width

            onClicked: root.backup.check(name)
        }
    }
}
