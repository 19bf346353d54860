import QtQuick
import kiosk.bridge

// One question with two answers. Beside the card nothing happens: an answer is meant.
Sheet {
    id: root

    required property string no
    property string text: ""
    required property string title
    required property string yes

    signal answered(bool yes)

    Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.heading
        font.pixelSize: Math.round(Theme.label * 1.6)
        font.weight: Font.Bold
        text: root.title
        width: parent.width
    }
    Label {
        font.pixelSize: Math.round(Theme.label * 1.1)
        lineHeight: 1.2
        text: root.text
        visible: text !== ""
        width: parent.width
    }
    Flow {
        spacing: Theme.gap
        width: parent.width

        Pill {
            primary: true
            text: root.yes

            onClicked: root.answered(true)
        }
        Pill {
            side: Theme.primary
            text: root.no

            onClicked: root.answered(false)
        }
    }
}
