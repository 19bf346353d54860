pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The whole state onto a drive, and back from one.
StaffPage {
    id: root

    required property BackupModel baggage
    readonly property bool wide: !root.metrics.portrait

    title: qsTr("Backup")

    over: Loader {
        active: root.baggage.would !== ""
        anchors.fill: parent

        sourceComponent: Question {
            controls: root.controls
            no: qsTr("Leave it")
            text: qsTr("The file is right. It would change: %1. What was not saved is lost; the state of now stays in the history.").arg(root.baggage.would)
            title: qsTr("Bring in %1?").arg(root.baggage.chosenFile)
            yes: qsTr("Bring it in")

            onAnswered: wanted => wanted ? root.baggage.bringIn() : root.baggage.forget()
        }
    }

    Component.onCompleted: root.baggage.begin()
    Component.onDestruction: root.baggage.end()

    Column {
        id: drives

        spacing: root.metrics.gap
        width: root.wide ? (parent.width - root.pad) / 2 : parent.width

        Caption {
            controls: root.controls
            text: driveList.count > 0 ? qsTr("Drives") : qsTr("Plug in a USB stick; it appears here.")
            width: parent.width
        }
        Repeater {
            id: driveList

            model: root.baggage.drives

            ChoiceCard {
                required chosen
                required property int index
                required property string label
                required property string place

                controls: root.controls
                detail: place
                text: label
                width: parent?.width ?? 0

                onPressed: root.baggage.chooseDrive(index)
            }
        }
        Pill {
            controls: root.controls
            enabled: !root.baggage.busy
            icon: "down"
            primary: true
            text: qsTr("Save everything there")
            visible: root.baggage.hasDrive

            onPressed: root.baggage.export()
        }
        Text {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            color: root.baggage.wrong ? root.controls.palette.kicker : root.controls.palette.ink
            font.pixelSize: root.metrics.label
            font.weight: Font.DemiBold
            text: root.baggage.busy ? qsTr("One moment …") : root.baggage.message
            textFormat: Text.PlainText
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            color: root.controls.palette.muted
            font.pixelSize: Math.round(root.metrics.label * 0.85)
            text: qsTr("The order, all settings and the history, in one file. Never the PIN.")
            visible: root.baggage.hasDrive
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Caption {
        id: title

        controls: root.controls
        text: exports.count > 0 ? qsTr("Bring in") : qsTr("There is no backup on this drive.")
        visible: root.baggage.hasDrive
        width: parent.width - x
        x: root.wide ? drives.width + root.pad : 0
        y: root.wide ? 0 : drives.height + root.pad
    }
    ListView {
        id: exports

        anchors.bottom: parent.bottom
        anchors.left: title.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: root.metrics.gap
        boundsBehavior: Flickable.StopAtBounds
        // No row is under way when others take its place.
        cacheBuffer: 0
        clip: true
        interactive: contentHeight > height
        model: root.baggage.files
        spacing: root.metrics.gap

        delegate: ChoiceCard {
            required chosen
            required property string name
            required property string written

            controls: root.controls
            detail: written
            enabled: !root.baggage.busy
            text: name
            width: ListView.view.width

            onPressed: root.baggage.check(name)
        }
    }
}
