import QtQuick
import QtQuick.Templates as T
import "../components"

// The place of a word or a picture that answers to a tap and to a key.
T.AbstractButton {
    id: root

    required property real inset
    // A word, and no picture.
    required property bool link
    // The place of a finger, where that is larger than what is drawn.
    property Item mask: null
    required property string name
    required property real radius

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.name
    Accessible.role: root.link ? Accessible.Link : Accessible.Graphic
    containmentMask: root.mask
    focusPolicy: Qt.TabFocus

    // Qt presses only what has a button's role.
    Accessible.onPressAction: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()

    FocusRing {
        control: root
        inset: root.inset * tone
        radius: root.radius * tone
    }
}
