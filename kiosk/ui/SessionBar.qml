import QtQuick
import kiosk.bridge

// The patient's controls: one row of pills, two in portrait. Nothing here moves when a slide changes.
Rectangle {
    id: root

    required property Controls controls
    readonly property Metrics metrics: root.controls.metrics
    readonly property bool portrait: root.metrics.portrait
    readonly property real side: root.portrait ? Math.max(root.metrics.gap, root.metrics.unit * 2.6) : Math.max(root.metrics.gap, root.metrics.unit * 4)
    readonly property bool atRest: root.controls.overlay === "none"
    // Words beside the icon only where there is room for them.
    readonly property bool roomy: root.metrics.label * (root.portrait ? 17 : 42) + 8 * root.metrics.gap < root.width

    height: root.metrics.bar
    color: root.controls.palette.card

    Rectangle {
        width: parent.width
        height: Math.max(root.metrics.unit * 0.18, 1)
        color: root.controls.palette.line
    }

    MouseArea {
        // A tap beside a button must not reach the slide below.
        anchors.fill: parent
    }

    Row {
        id: reading
        spacing: root.metrics.gap
        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: root.portrait ? root.metrics.pad : (root.height - height) / 2

        Pill {
            controls: root.controls
            icon: root.atRest ? "menu" : "back"
            text: !root.atRest ? qsTr("Back to the slide") : root.roomy ? qsTr("Topics") : ""
            description: root.atRest ? qsTr("Topics") : qsTr("Back to the slide")
            onPressed: root.controls.press(root.atRest ? "topics" : "close")
        }
        Pill {
            controls: root.controls
            visible: root.atRest
            text: ["Aa", "Aa+", "Aa++"][root.controls.textSize]
            description: [qsTr("Text size: normal"), qsTr("Text size: large"), qsTr("Text size: largest")][root.controls.textSize]
            checked: root.controls.textSize > 0
            onPressed: root.controls.press("text_size")
        }
        Pill {
            controls: root.controls
            visible: root.atRest
            icon: "contrast"
            description: qsTr("High contrast")
            checked: root.controls.highContrast
            onPressed: root.controls.press("contrast")
        }
        Pill {
            controls: root.controls
            visible: root.atRest && root.controls.otherLanguage !== ""
            icon: root.controls.manyLanguages ? "language" : ""
            text: root.controls.manyLanguages ? "" : root.controls.otherLanguage
            description: root.controls.manyLanguages ? qsTr("Languages") : root.controls.otherLanguage
            onPressed: root.controls.manyLanguages ? root.controls.press("languages") : root.controls.speakOther()
        }
        Pill {
            controls: root.controls
            visible: root.atRest || root.controls.lowReach
            icon: "reach"
            description: qsTr("Controls within low reach")
            checked: root.controls.lowReach
            onPressed: root.controls.press("low_reach")
        }
    }

    Dots {
        controls: root.controls
        readonly property real free: root.width - reading.width - turning.width - 2 * root.side
        anchors.verticalCenter: parent.verticalCenter
        x: root.controls.mirrored ? turning.x + turning.width + (free - width) / 2 : reading.x + reading.width + (free - width) / 2
        visible: !root.portrait && root.controls.total > 1 && width + 2 * root.side < free
    }

    Row {
        id: turning
        spacing: root.metrics.gap
        anchors.right: parent.right
        anchors.rightMargin: root.side
        y: root.portrait ? root.height - root.metrics.pad - height : (root.height - height) / 2

        Pill {
            controls: root.controls
            visible: !root.portrait
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Done")
            onPressed: root.controls.press("done")
        }
        Pill {
            controls: root.controls
            visible: root.atRest
            anchors.verticalCenter: parent.verticalCenter
            enabled: root.controls.canGoBack
            icon: "back"
            text: qsTr("Back")
            onPressed: root.controls.press("back")
        }
        Pill {
            controls: root.controls
            visible: root.atRest
            primary: true
            enabled: root.controls.canGoOn
            icon: "next"
            iconAfter: true
            text: qsTr("Next")
            onPressed: root.controls.press("next")
        }
    }

    Pill {
        controls: root.controls
        visible: root.portrait
        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: root.height - root.metrics.pad - (root.metrics.primary + height) / 2
        text: qsTr("Done")
        onPressed: root.controls.press("done")
    }
}
