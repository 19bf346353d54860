import QtQuick
import QtQuick.Templates as T
import kiosk.bridge
import "../components"

// One choice of the menu.
T.AbstractButton {
    id: root

    property real cardWidth: 300
    required property bool current
    required property string picture
    property real pictureHeight: 150
    readonly property real radius: Theme.unit * 2.2
    required property string slide
    required property string title

    Accessible.ignored: !(parent?.enabled ?? true)
    Accessible.name: root.title
    focusPolicy: Qt.TabFocus
    height: root.pictureHeight + Theme.unit * 9.4
    width: root.cardWidth

    background: Rectangle {
        color: root.down ? Qt.darker(Theme.card, 1.06) : Theme.card
        radius: root.radius
    }

    Keys.onEnterPressed: root.click()
    Keys.onReturnPressed: root.click()

    Rectangle {
        color: Theme.quiet
        height: root.pictureHeight
        topLeftRadius: root.radius
        topRightRadius: root.radius
        // Where a chapter has no picture, its card still has the same shape.
        visible: root.picture === ""
        width: root.width

        Icon {
            anchors.centerIn: parent
            name: "menu"
            side: Theme.unit * 7
            tint: Theme.accent
        }
    }
    Image {
        Accessible.ignored: true
        cache: false
        height: root.pictureHeight
        source: root.picture ? "image://slides/" + root.picture : ""
        width: root.width
    }
    Text {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.margins: Theme.unit * 1.8
        anchors.right: parent.right
        color: Theme.heading
        font.pixelSize: Math.max(Theme.unit * 3.2, Theme.label * 0.9)
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        height: Theme.unit * 7.6
        minimumPixelSize: 10
        text: root.title
        wrapMode: Text.Wrap
        y: root.pictureHeight + Theme.unit * 1.2
    }
    Rectangle {
        anchors.fill: parent
        border.color: root.current ? Theme.accent : Theme.line
        border.width: root.current ? Math.max(Theme.unit * 0.5, 2) : Math.max(Theme.unit * 0.18, 1)
        color: "transparent"
        radius: root.radius
    }
    FocusRing {
        control: root
        radius: root.radius - inset
    }
}
