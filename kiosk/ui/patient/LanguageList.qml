pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// Three languages or more: each in its own name.
Sheet {
    id: root

    required property SessionControls controls

    onDismissed: root.controls.closeOverlay()

    Repeater {
        model: root.controls.overlays.languages

        Pill {
            required property string code
            required property bool current
            required property string name

            checkable: true
            checked: current
            text: name
            width: parent.width

            onClicked: root.controls.speak(code)
        }
    }
}
