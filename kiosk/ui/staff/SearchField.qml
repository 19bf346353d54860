import QtQuick
import kiosk.bridge
import "../components"

// Words to look for among the slides.
LineField {
    id: root

    clip: true
    description: qsTr("Search the slides")
    edge: Theme.line
    font.pixelSize: Theme.label
    implicitHeight: Theme.target
    leftPadding: Theme.label * 2.8
    placeholderText: root.description
    radius: height / 2
    rightPadding: clear.width
    wrapMode: TextInput.NoWrap

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Theme.label
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        side: Theme.label * 1.2
        tint: Theme.ink
    }
    Pill {
        id: clear

        anchors.right: parent.right
        description: qsTr("Clear the search")
        ground: "transparent"
        icon.name: "close"
        visible: root.text !== ""

        onClicked: root.clear()
    }
}
