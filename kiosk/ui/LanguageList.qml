pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// Three languages or more: each in its own name.
Sheet {
    id: root

    onDismissed: root.controls.press("close")

    Repeater {
        model: root.controls.overlays.languages
        Pill {
            required property string code
            required property string name
            required property bool current
            controls: root.controls
            width: parent.width
            text: name
            checked: current
            onPressed: root.controls.speak(code)
        }
    }
}
