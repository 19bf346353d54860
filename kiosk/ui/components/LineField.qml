pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// One line of text, as long as it is allowed to be. A keyboard that is plugged in works too.
Rectangle {
    id: root

    required property SessionControls controls
    required property string description
    property string hint: ""
    property alias longest: input.maximumLength
    property alias text: input.text
    readonly property bool typing: input.activeFocus

    signal asked
    signal edited(string text)

    function erase(): void {
        if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }
    function insert(text: string): void {
        input.insert(input.cursorPosition, text);
    }

    border.color: root.typing ? root.controls.palette.accent : root.controls.palette.muted
    border.width: Math.max(root.controls.metrics.unit * (root.typing ? 0.35 : 0.18), 1)
    color: root.controls.palette.card
    implicitHeight: Math.max(input.contentHeight + root.controls.metrics.label, root.controls.metrics.target)
    radius: root.controls.metrics.unit * 1.6

    TextInput {
        id: input

        Accessible.name: root.description
        Accessible.role: Accessible.EditableText
        activeFocusOnTab: true
        anchors.fill: parent
        anchors.leftMargin: root.controls.metrics.label * 0.7
        anchors.rightMargin: root.controls.metrics.label * 0.7
        color: root.controls.palette.ink
        font.pixelSize: Math.round(root.controls.metrics.label * 1.2)
        verticalAlignment: TextInput.AlignVCenter
        wrapMode: TextInput.Wrap

        // A cursor that blinks would draw for ever.
        cursorDelegate: Rectangle {
            color: root.controls.palette.accent
            visible: input.activeFocus
            width: Math.max(root.controls.metrics.unit * 0.3, 2)
        }

        onTextChanged: root.edited(input.text)
    }
    Text {
        Accessible.ignored: true
        anchors.fill: input
        color: root.controls.palette.muted
        elide: Text.ElideRight
        font.pixelSize: input.font.pixelSize
        text: root.hint
        verticalAlignment: Text.AlignVCenter
        visible: input.text === ""
    }
    MouseArea {
        anchors.fill: parent

        onClicked: mouse => {
            const place = root.mapToItem(input, mouse.x, mouse.y);
            input.forceActiveFocus();
            input.cursorPosition = input.positionAt(place.x, place.y);
            root.asked();
        }
    }
}
