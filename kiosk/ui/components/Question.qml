import QtQuick

// One question with two answers. Beside the card nothing happens: an answer is meant.
Sheet {
    id: root

    required property string no
    property string text: ""
    required property string title
    required property string yes

    signal answered(bool yes)

    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.heading
        font.pixelSize: Math.round(root.controls.metrics.label * 1.6)
        font.weight: Font.Bold
        text: root.title
        width: parent.width
        wrapMode: Text.Wrap
    }
    Text {
        color: root.controls.palette.ink
        font.pixelSize: Math.round(root.controls.metrics.label * 1.1)
        lineHeight: 1.2
        text: root.text
        textFormat: Text.PlainText
        visible: text !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
    Flow {
        spacing: root.controls.metrics.gap
        width: parent.width

        Pill {
            controls: root.controls
            primary: true
            text: root.yes

            onPressed: root.answered(true)
        }
        Pill {
            controls: root.controls
            side: root.controls.metrics.primary
            text: root.no

            onPressed: root.answered(false)
        }
    }
}
