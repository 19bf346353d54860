import QtQuick
import kiosk.bridge

// A small heading within a page.
Label {
    Accessible.name: text
    Accessible.role: Accessible.Heading
    font.pixelSize: Math.round(Theme.label * 1.1)
    font.weight: Font.DemiBold
}
