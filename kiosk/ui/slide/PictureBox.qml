import QtQuick
import QtQuick.Templates as T
import "../components"

// A picture that was decoded at exactly this size.
T.AbstractButton {
    id: root

    required height
    required property string key
    required property string name
    required property int number
    property bool tappable: false
    required width
    required x
    required y

    signal tapped(int number)

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.name
    Accessible.role: Accessible.Graphic
    focusPolicy: root.tappable ? Qt.TabFocus : Qt.NoFocus

    // Qt presses only what has a button's role.
    Accessible.onPressAction: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()
    onClicked: if (root.tappable)
        root.tapped(root.number)

    Image {
        Accessible.ignored: true
        anchors.fill: parent
        cache: false
        source: root.key ? "image://slides/" + root.key : ""
    }
    FocusRing {
        control: root
        // A picture may fill the page to its edges.
        inset: tone
    }
}
