import QtQuick
import kiosk.bridge

// The words of a row: its title, and below it the rest in up to two lines.
Column {
    id: root

    required property bool on
    required property string summary
    required property string title

    spacing: Theme.unit * 0.4

    Text {
        Accessible.ignored: true
        color: root.on ? Theme.ink : Theme.muted
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.label * 1.14)
        font.weight: Font.DemiBold
        text: root.title
        textFormat: Text.PlainText
        width: parent.width
    }
    Text {
        Accessible.ignored: true
        color: Theme.muted
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.label * 0.92)
        lineHeight: 0.95
        maximumLineCount: 2
        text: root.summary
        textFormat: Text.PlainText
        width: parent.width
        wrapMode: Text.Wrap
    }
}
