import QtQuick
import QtQuick.Templates as T
import kiosk.bridge

// A large button, which may also show whether something is on. It acts when the finger is lifted on it; sliding off cancels.
// The check box is the one template that lets the program keep the state: a press asks for a change and makes none.
T.CheckBox {
    id: root

    // False where it makes no sense now: it stays in sight, paler.
    property bool available: true
    property string description: root.text
    property color ground: root.primary ? Theme.accent : Theme.quiet
    property bool iconAfter: false
    property color ink: root.primary ? Theme.onAccent : Theme.onQuiet
    property bool outlined: root.checked
    property real pad: Theme.label * 0.8
    property bool primary: false
    property real radius: height / 2
    property real side: root.primary ? Theme.primary : Theme.target
    property real textSize: Theme.label

    // Qt 6.8 tells a screen reader neither of a button.
    Accessible.checkable: root.checkable
    Accessible.checked: root.checked
    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.description
    Accessible.role: Accessible.Button
    checkable: false
    enabled: root.available
    focusPolicy: Qt.TabFocus
    implicitHeight: root.side
    implicitWidth: Math.max(root.side, implicitContentWidth + 2 * root.pad)
    nextCheckState: () => root.checkState
    opacity: root.available ? 1 : 0.35

    background: Rectangle {
        border.color: Theme.accent
        border.width: root.outlined ? Math.max(Theme.unit * 0.35, 2) : 0
        color: root.down ? Qt.darker(root.ground, 1.12) : root.ground
        radius: root.radius

        FocusRing {
            control: root
            radius: root.radius - inset
        }
    }
    contentItem: Item {
        implicitWidth: content.implicitWidth

        Row {
            id: content

            LayoutMirroring.enabled: false
            anchors.centerIn: parent
            layoutDirection: root.iconAfter !== Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.label * 0.4

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                mirror: Theme.mirrored && (root.icon.name === "next" || root.icon.name === "back")
                name: root.icon.name
                side: Theme.label * 1.15
                tint: root.ink
                visible: root.icon.name !== ""
            }
            Text {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
                font.pixelSize: Math.round(root.textSize)
                font.weight: Font.DemiBold
                text: root.text
                textFormat: Text.PlainText
                visible: root.text !== ""
            }
        }
    }

    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
}
