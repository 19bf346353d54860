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
    required property SessionControls controls
    required property SettingsModel house
    required property int index
    readonly property real inset: root.pad * 0.7
    required property string kind
    readonly property Metrics metrics: root.controls.metrics
    required property string name
    readonly property bool narrow: root.width < root.metrics.label * 32
    required property bool on
    readonly property real pad: root.metrics.label * 0.8
    required property string preset
    required property string section
    readonly property bool stacked: root.narrow && (root.kind === "number" || root.kind === "hours" && root.on)
    required property string title
    required property string until
    // What the words stand on where the controls have a row of their own; a weekday's switch needs its place there.
    readonly property real upper: root.kind === "hours" ? root.metrics.target : words.height
    required property string value

    border.color: root.controls.palette.line
    border.width: Math.max(root.metrics.unit * 0.18, 1)
    color: root.controls.palette.card
    height: root.stacked ? root.upper + root.metrics.gap + controlRow.height + 2 * root.inset : Math.max(words.height, controlRow.height) + 2 * root.inset
    radius: root.metrics.unit * 1.6

    Column {
        id: words

        width: root.stacked ? root.width - 2 * root.pad : controlRow.x - 2 * root.pad
        x: root.pad
        y: root.stacked ? root.inset + (root.upper - height) / 2 : (root.height - height) / 2

        Text {
            color: root.controls.palette.muted
            font.pixelSize: Math.round(root.metrics.label * 0.85)
            text: root.section
            visible: root.kind !== "hours" && root.section !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Text {
            color: root.controls.palette.ink
            font.pixelSize: root.metrics.label
            font.weight: Font.DemiBold
            text: root.title
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Row {
        id: controlRow

        spacing: root.metrics.gap
        x: root.width - width - root.pad
        y: root.stacked ? root.height - height - root.inset : (root.height - height) / 2

        Pill {
            controls: root.controls
            description: qsTr("%1: back to %2").arg(root.title).arg(root.preset)
            icon: "undo"
            text: root.preset
            visible: root.preset !== ""

            onPressed: root.house.restore(root.name)
        }
        Stepper {
            canGrow: root.canMore
            canLessen: root.canLess
            controls: root.controls
            description: root.title
            value: root.value
            valueWidth: root.metrics.label * (root.narrow ? 6.5 : 8)
            visible: root.kind === "number"

            onGrown: root.house.step(root.name, 1)
            onLessened: root.house.step(root.name, -1)
        }
        Stepper {
            controls: root.controls
            description: qsTr("%1, from").arg(root.title)
            value: root.value
            valueWidth: root.metrics.label * 3
            visible: root.kind === "hours" && root.on

            onGrown: root.house.step("start:" + root.section, 1)
            onLessened: root.house.step("start:" + root.section, -1)
        }
        Stepper {
            controls: root.controls
            description: qsTr("%1, until").arg(root.title)
            value: root.until
            valueWidth: root.metrics.label * 3
            visible: root.kind === "hours" && root.on

            onGrown: root.house.step("end:" + root.section, 1)
            onLessened: root.house.step("end:" + root.section, -1)
        }
        Text {
            color: root.controls.palette.muted
            font.pixelSize: root.metrics.label
            height: root.metrics.target
            text: qsTr("closed")
            verticalAlignment: Text.AlignVCenter
            visible: root.kind === "hours" && !root.on
        }
        Toggle {
            controls: root.controls
            description: root.section ? root.section + ": " + root.title : root.title
            enabled: root.available
            on: root.on
            opacity: enabled ? 1 : 0.4
            visible: root.kind === "switch" || root.kind === "hours" && !root.stacked

            onToggled: root.house.toggle(root.name)
        }
        Pill {
            controls: root.controls
            description: qsTr("Remove: %1").arg(root.title)
            icon: "close"
            visible: root.kind === "phrase"

            onPressed: root.house.remove(root.name)
        }
    }
    Toggle {
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        controls: root.controls
        description: root.title
        enabled: root.available
        on: root.on
        opacity: enabled ? 1 : 0.4
        visible: root.kind === "hours" && root.stacked
        y: words.y + (words.height - height) / 2

        onToggled: root.house.toggle(root.name)
    }
}
