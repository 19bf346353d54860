import QtQuick
import kiosk.bridge
import "../components"

// The patient's controls: one row of pills, two in portrait. Nothing here moves when a slide changes.
Rectangle {
    id: root

    readonly property bool atRest: root.controls.overlay === "none"
    required property SessionControls controls
    readonly property Metrics metrics: root.controls.metrics
    readonly property bool portrait: root.metrics.portrait
    // Words beside the icon only where there is room for them.
    readonly property bool roomy: root.metrics.label * (root.portrait ? 17 : 42) + 8 * root.metrics.gap < root.width
    readonly property real side: root.portrait ? Math.max(root.metrics.gap, root.metrics.unit * 2.6) : Math.max(root.metrics.gap, root.metrics.unit * 4)

    color: root.controls.palette.card
    height: root.metrics.bar

    Rectangle {
        color: root.controls.palette.line
        height: Math.max(root.metrics.unit * 0.18, 1)
        width: parent.width
    }
    MouseArea {
        // A tap beside a button must not reach the slide below.
        anchors.fill: parent
    }
    Row {
        id: reading

        anchors.left: parent.left
        anchors.leftMargin: root.side
        spacing: root.metrics.gap
        y: root.portrait ? root.metrics.pad : (root.height - height) / 2

        Pill {
            controls: root.controls
            description: root.atRest ? qsTr("Topics") : qsTr("Back to the slide")
            icon: root.atRest ? "menu" : "back"
            text: !root.atRest ? qsTr("Back to the slide") : root.roomy ? qsTr("Topics") : ""

            onPressed: root.controls.press(root.atRest ? "topics" : "close")
        }
        Pill {
            checked: root.controls.textSize > 0
            controls: root.controls
            description: [qsTr("Text size: normal"), qsTr("Text size: large"), qsTr("Text size: largest")][root.controls.textSize]
            text: ["Aa", "Aa+", "Aa++"][root.controls.textSize]
            visible: root.atRest

            onPressed: root.controls.press("text_size")
        }
        Pill {
            checked: root.controls.highContrast
            controls: root.controls
            description: qsTr("High contrast")
            icon: "contrast"
            visible: root.atRest

            onPressed: root.controls.press("contrast")
        }
        Pill {
            controls: root.controls
            description: root.controls.manyLanguages ? qsTr("Languages") : root.controls.otherLanguage
            icon: root.controls.manyLanguages ? "language" : ""
            text: root.controls.manyLanguages ? "" : root.controls.otherLanguage
            visible: root.atRest && root.controls.otherLanguage !== ""

            onPressed: root.controls.manyLanguages ? root.controls.press("languages") : root.controls.speakOther()
        }
        Pill {
            checked: root.controls.lowReach
            controls: root.controls
            description: qsTr("Controls within low reach")
            icon: "reach"
            visible: root.atRest || root.controls.lowReach

            onPressed: root.controls.press("low_reach")
        }
    }
    Dots {
        readonly property real free: root.width - reading.width - turning.width - 2 * root.side

        anchors.verticalCenter: parent.verticalCenter
        controls: root.controls
        visible: !root.portrait && root.controls.total > 1 && width + 2 * root.side < free
        x: root.controls.mirrored ? turning.x + turning.width + (free - width) / 2 : reading.x + reading.width + (free - width) / 2
    }
    Row {
        id: turning

        anchors.right: parent.right
        anchors.rightMargin: root.side
        spacing: root.metrics.gap
        y: root.portrait ? root.height - root.metrics.pad - height : (root.height - height) / 2

        Pill {
            anchors.verticalCenter: parent.verticalCenter
            controls: root.controls
            text: qsTr("Done")
            visible: !root.portrait

            onPressed: root.controls.press("done")
        }
        Pill {
            anchors.verticalCenter: parent.verticalCenter
            controls: root.controls
            enabled: root.controls.canGoBack
            icon: "back"
            text: qsTr("Back")
            visible: root.atRest

            onPressed: root.controls.press("back")
        }
        Pill {
            controls: root.controls
            enabled: root.controls.canGoOn
            icon: "next"
            iconAfter: true
            primary: true
            text: qsTr("Next")
            visible: root.atRest

            onPressed: root.controls.press("next")
        }
    }
    Pill {
        anchors.left: parent.left
        anchors.leftMargin: root.side
        controls: root.controls
        text: qsTr("Done")
        visible: root.portrait
        y: root.height - root.metrics.pad - (root.metrics.primary + height) / 2

        onPressed: root.controls.press("done")
    }
}
