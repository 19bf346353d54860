pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Three languages or more: each in its own name.
Sheet {
    id: root

    onDismissed: root.controls.press("close")

    Repeater {
        model: root.controls.overlays.languages

        Pill {
            required property string code
            required property bool current
            required property string name

            checked: current
            controls: root.controls
            text: name
            width: parent.width

            onPressed: root.controls.speak(code)
        }
    }
}
