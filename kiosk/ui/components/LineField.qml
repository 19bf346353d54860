pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import kiosk.bridge

// One line of text, as long as it is allowed to be. A keyboard that is plugged in works too.
T.TextField {
    id: root

    required property string description
    property color edge: Theme.muted
    property real inset: Theme.label * 0.7
    property real radius: Theme.unit * 1.6

    // A finger asks for the keyboard on the screen.
    signal asked
    signal edited(string text)

    function erase(): void {
        if (root.cursorPosition > 0)
            root.remove(root.cursorPosition - 1, root.cursorPosition);
    }
    function type(text: string): void {
        root.insert(root.cursorPosition, text);
    }

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.description
    color: Theme.ink
    // A template takes the desktop's font, not the program's.
    font.family: Application.font.family
    font.hintingPreference: Application.font.hintingPreference
    font.pixelSize: Math.round(Theme.label * 1.2)
    implicitHeight: Math.max(contentHeight + Theme.label, Theme.target)
    leftPadding: root.inset
    rightPadding: root.inset
    selectByMouse: false
    verticalAlignment: TextInput.AlignVCenter
    wrapMode: TextInput.Wrap

    background: Rectangle {
        border.color: root.activeFocus ? Theme.accent : root.edge
        border.width: Math.max(Theme.unit * (root.activeFocus ? 0.35 : 0.18), 1)
        color: Theme.card
        radius: root.radius

        FocusRing {
            control: root
            radius: root.radius - inset
        }
    }
    // A cursor that blinks would draw for ever.
    cursorDelegate: Rectangle {
        color: Theme.accent
        visible: root.activeFocus
        width: Math.max(Theme.unit * 0.3, 2)
    }

    onReleased: root.asked()
    onTextChanged: root.edited(root.text)

    Text {
        Accessible.ignored: true
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        color: Theme.muted
        elide: Text.ElideRight
        font.pixelSize: root.font.pixelSize
        text: root.placeholderText
        verticalAlignment: Text.AlignVCenter
        visible: root.text === ""
    }
}
