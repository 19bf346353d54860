import QtQuick
import kiosk.bridge
import "../components"

// The patient's controls: one row of pills, two in portrait. Nothing here moves when a slide changes.
Rectangle {
    id: root

    readonly property bool atRest: root.controls.overlay === SessionControls.Overlay.Nothing
    required property SessionControls controls
    readonly property bool portrait: Theme.portrait
    // Words beside the icon only where there is room for them.
    readonly property bool roomy: Theme.label * (root.portrait ? 17 : 42) + 8 * Theme.gap < root.width
    readonly property real side: root.portrait ? Math.max(Theme.gap, Theme.unit * 2.6) : Math.max(Theme.gap, Theme.unit * 4)

    color: Theme.card
    height: Theme.bar

    Rectangle {
        color: Theme.line
        height: Math.max(Theme.unit * 0.18, 1)
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
        spacing: Theme.gap
        y: root.portrait ? Theme.pad : (root.height - height) / 2

        Pill {
            description: root.atRest ? qsTr("Topics") : qsTr("Back to the slide")
            icon.name: root.atRest ? "menu" : "back"
            text: !root.atRest ? qsTr("Back to the slide") : root.roomy ? qsTr("Topics") : ""

            onClicked: root.atRest ? root.controls.openTopics() : root.controls.closeOverlay()
        }
        Pill {
            checkable: true
            checked: root.controls.textSize > 0
            description: [qsTr("Text size: normal"), qsTr("Text size: large"), qsTr("Text size: largest")][root.controls.textSize]
            text: ["Aa", "Aa+", "Aa++"][root.controls.textSize]
            visible: root.atRest

            onClicked: root.controls.changeTextSize()
        }
        Pill {
            checkable: true
            checked: Theme.highContrast
            description: qsTr("High contrast")
            icon.name: "contrast"
            visible: root.atRest

            onClicked: root.controls.toggleContrast()
        }
        Pill {
            description: root.controls.manyLanguages ? qsTr("Languages") : root.controls.otherLanguage
            icon.name: root.controls.manyLanguages ? "language" : ""
            text: root.controls.manyLanguages ? "" : root.controls.otherLanguage
            visible: root.atRest && root.controls.otherLanguage !== ""

            onClicked: root.controls.manyLanguages ? root.controls.openLanguages() : root.controls.speakOther()
        }
        Pill {
            checkable: true
            checked: Theme.lowReach
            description: qsTr("Controls within low reach")
            icon.name: "reach"
            visible: root.atRest || Theme.lowReach

            onClicked: root.controls.toggleLowReach()
        }
    }
    Dots {
        readonly property real free: root.width - reading.width - turning.width - 2 * root.side

        anchors.verticalCenter: parent.verticalCenter
        controls: root.controls
        visible: !root.portrait && root.controls.total > 1 && width + 2 * root.side < free
        x: Theme.mirrored ? turning.x + turning.width + (free - width) / 2 : reading.x + reading.width + (free - width) / 2
    }
    Row {
        id: turning

        anchors.right: parent.right
        anchors.rightMargin: root.side
        spacing: Theme.gap
        y: root.portrait ? root.height - Theme.pad - height : (root.height - height) / 2

        Pill {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Done")
            visible: !root.portrait

            onClicked: root.controls.done()
        }
        Pill {
            anchors.verticalCenter: parent.verticalCenter
            available: root.controls.canGoBack
            icon.name: "back"
            text: qsTr("Back")
            visible: root.atRest

            onClicked: root.controls.back()
        }
        Pill {
            available: root.controls.canGoOn
            icon.name: "next"
            iconAfter: true
            primary: true
            text: qsTr("Next")
            visible: root.atRest

            onClicked: root.controls.next()
        }
    }
    Pill {
        anchors.left: parent.left
        anchors.leftMargin: root.side
        text: qsTr("Done")
        visible: root.portrait
        y: root.height - Theme.pad - (Theme.primary + height) / 2

        onClicked: root.controls.done()
    }
}
