import QtQuick
import QtQuick.Templates as T
import kiosk.bridge

// A line to choose, as long as its text is: a phrase, a version, a drive, a file. The program says which one is chosen.
T.CheckBox {
    id: root

    // False where it makes no sense now: it stays in sight, paler.
    property bool available: true
    property bool chosen: false
    property string detail: ""

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.detail ? root.text + ". " + root.detail : root.text
    Accessible.role: Accessible.Button
    checkable: false
    checked: root.chosen
    enabled: root.available
    focusPolicy: Qt.TabFocus
    implicitHeight: Math.max(implicitContentHeight + Theme.label * 0.9, Theme.target)
    leftPadding: Theme.label * 0.7
    nextCheckState: () => root.checkState
    opacity: root.available ? 1 : 0.5
    rightPadding: leftPadding

    background: Rectangle {
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: Math.max(Theme.unit * (root.chosen ? 0.45 : 0.18), 1)
        color: root.down ? Qt.darker(Theme.card, 1.06) : Theme.card
        radius: Theme.unit * 1.6

        FocusRing {
            control: root
            // A list cuts off what lies outside.
            inset: Theme.unit * 0.6
            radius: parent.radius - inset
        }
    }
    contentItem: Item {
        implicitHeight: words.height

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width

            Text {
                Accessible.ignored: true
                color: Theme.ink
                font.pixelSize: Theme.label
                font.weight: root.detail ? Font.DemiBold : Font.Normal
                text: root.text
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
            Text {
                Accessible.ignored: true
                color: Theme.muted
                font.pixelSize: Math.round(Theme.label * 0.85)
                text: root.detail
                textFormat: Text.PlainText
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
}
