pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Words to look for among the slides.
Rectangle {
    id: root

    required property SessionControls controls
    property alias field: field
    property alias text: field.text

    signal asked
    signal edited(string text)

    border.color: field.activeFocus ? root.controls.palette.accent : root.controls.palette.line
    border.width: field.activeFocus ? Math.max(root.controls.metrics.unit * 0.35, 2) : Math.max(root.controls.metrics.unit * 0.18, 1)
    color: root.controls.palette.card
    implicitHeight: root.controls.metrics.target
    radius: height / 2

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: root.controls.metrics.label
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        side: root.controls.metrics.label * 1.2
        tint: root.controls.palette.ink
    }
    TextInput {
        id: field

        Accessible.name: qsTr("Search the slides")
        Accessible.role: Accessible.EditableText
        activeFocusOnTab: true
        anchors.left: sign.right
        anchors.leftMargin: root.controls.metrics.label * 0.6
        anchors.right: clear.left
        clip: true
        color: root.controls.palette.ink
        font.pixelSize: root.controls.metrics.label
        height: parent.height
        selectionColor: root.controls.palette.accent
        verticalAlignment: TextInput.AlignVCenter

        // A caret that blinks would draw for ever.
        cursorDelegate: Rectangle {
            color: root.controls.palette.accent
            visible: field.activeFocus
            width: Math.max(root.controls.metrics.unit * 0.3, 2)
        }

        onTextChanged: root.edited(text)

        TapHandler {
            acceptedButtons: Qt.LeftButton
            longPressThreshold: 0

            onTapped: root.asked()
        }
        Text {
            Accessible.ignored: true
            anchors.fill: parent
            color: root.controls.palette.muted
            elide: Text.ElideRight
            font.pixelSize: root.controls.metrics.label
            text: qsTr("Search the slides")
            verticalAlignment: Text.AlignVCenter
            visible: field.text === ""
        }
    }
    Pill {
        id: clear

        anchors.right: parent.right
        controls: root.controls
        description: qsTr("Clear the search")
        ground: "transparent"
        icon: "close"
        visible: field.text !== ""

        onPressed: field.clear()
    }
}
