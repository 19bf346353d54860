import QtQuick
import kiosk.bridge

// Words of the program on a page. Beneath something that asks for attention they are silent.
Text {
    Accessible.ignored: !enabled
    color: Theme.ink
    font.pixelSize: Theme.label
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
