pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// One setting: what it is, and what changes it. On a narrow screen the two stand below each other.
Rectangle {
    id: root

    required property bool available
    required property bool canLess
    required property bool canMore
    required property SettingsModel house
    required property int index
    readonly property real inset: root.pad * 0.7
    required property int kind
    required property string name
    readonly property bool narrow: root.width < Theme.label * 32
    required property bool on
    readonly property real pad: Theme.label * 0.8
    required property string preset
    required property string section
    readonly property bool stacked: root.narrow && (root.kind === SettingsModel.RowKind.Number || root.kind === SettingsModel.RowKind.Opening && root.on)
    required property string title
    required property string until
    // What the words stand on where the controls have a row of their own; a weekday's switch needs its place there.
    readonly property real upper: root.kind === SettingsModel.RowKind.Opening ? Theme.target : words.height
    required property string value

    border.color: Theme.line
    border.width: Math.max(Theme.unit * 0.18, 1)
    color: Theme.card
    height: root.stacked ? root.upper + Theme.gap + controlRow.height + 2 * root.inset : Math.max(words.height, controlRow.height) + 2 * root.inset
    radius: Theme.unit * 1.6

    Column {
        id: words

        width: root.stacked ? root.width - 2 * root.pad : controlRow.x - 2 * root.pad
        x: root.pad
        y: root.stacked ? root.inset + (root.upper - height) / 2 : (root.height - height) / 2

        Label {
            color: Theme.muted
            font.pixelSize: Math.round(Theme.label * 0.85)
            text: root.section
            visible: root.kind !== SettingsModel.RowKind.Opening && root.section !== ""
            width: parent.width
        }
        Label {
            font.weight: Font.DemiBold
            text: root.title
            width: parent.width
        }
    }
    Row {
        id: controlRow

        spacing: Theme.gap
        x: root.width - width - root.pad
        y: root.stacked ? root.height - height - root.inset : (root.height - height) / 2

        Pill {
            description: qsTr("%1: back to %2").arg(root.title).arg(root.preset)
            icon.name: "undo"
            text: root.preset
            visible: root.preset !== ""

            onClicked: root.house.restore(root.name)
        }
        Stepper {
            canGrow: root.canMore
            canLessen: root.canLess
            description: root.title
            value: root.value
            valueWidth: Theme.label * (root.narrow ? 6.5 : 8)
            visible: root.kind === SettingsModel.RowKind.Number

            onGrown: root.house.step(root.name, 1)
            onLessened: root.house.step(root.name, -1)
        }
        Stepper {
            description: qsTr("%1, from").arg(root.title)
            value: root.value
            valueWidth: Theme.label * 3
            visible: root.kind === SettingsModel.RowKind.Opening && root.on

            onGrown: root.house.step("start:" + root.section, 1)
            onLessened: root.house.step("start:" + root.section, -1)
        }
        Stepper {
            description: qsTr("%1, until").arg(root.title)
            value: root.until
            valueWidth: Theme.label * 3
            visible: root.kind === SettingsModel.RowKind.Opening && root.on

            onGrown: root.house.step("end:" + root.section, 1)
            onLessened: root.house.step("end:" + root.section, -1)
        }
        Label {
            color: Theme.muted
            height: Theme.target
            text: qsTr("closed")
            verticalAlignment: Text.AlignVCenter
            visible: root.kind === SettingsModel.RowKind.Opening && !root.on
            wrapMode: Text.NoWrap
        }
        Toggle {
            available: root.available
            checked: root.on
            description: root.section ? root.section + ": " + root.title : root.title
            visible: root.kind === SettingsModel.RowKind.Switch || root.kind === SettingsModel.RowKind.Opening && !root.stacked

            onClicked: root.house.toggle(root.name)
        }
        Pill {
            description: qsTr("Remove: %1").arg(root.title)
            icon.name: "close"
            visible: root.kind === SettingsModel.RowKind.Phrase

            onClicked: root.house.remove(root.name)
        }
    }
    Toggle {
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        available: root.available
        checked: root.on
        description: root.title
        visible: root.kind === SettingsModel.RowKind.Opening && root.stacked
        y: words.y + (words.height - height) / 2

        onClicked: root.house.toggle(root.name)
    }
}
