import QtQuick
import kiosk.bridge

// A small heading within a page.
Text {
    required property SessionControls controls

    Accessible.name: text
    Accessible.role: Accessible.Heading
    color: controls.palette.ink
    font.pixelSize: Math.round(controls.metrics.label * 1.1)
    font.weight: Font.DemiBold
    wrapMode: Text.Wrap
}
