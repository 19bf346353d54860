import QtQuick
import kiosk.bridge
import "../components"

// The head of a staff page: its title, what can be done, and in the corner how to be finished. Two rows in portrait.
Rectangle {
    id: root

    default property alias actions: actionRow.data
    property bool canGoBack: false
    property alias corner: cornerRow.data
    // Words beside the icons only where there is room for them.
    readonly property bool roomy: root.width > Theme.label * 50
    property string title: ""
    readonly property bool twoRows: Theme.portrait && actionRow.visibleChildren.length > 0

    signal wentBack

    color: Theme.banner
    height: (root.twoRows ? 2 * Theme.target + Theme.gap : Theme.target) + 2 * Theme.pad

    MouseArea {
        anchors.fill: parent
    }
    HeaderPill {
        id: back

        description: qsTr("Back to the slide order")
        icon.name: "back"
        visible: root.canGoBack
        x: Theme.pad
        y: Theme.pad

        onClicked: root.wentBack()
    }
    Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.onBanner
        elide: Text.ElideRight
        font.pixelSize: Math.round(Theme.label * 1.25)
        font.weight: Font.DemiBold
        height: Theme.target
        text: root.title
        verticalAlignment: Text.AlignVCenter
        width: (root.twoRows ? cornerRow.x : actionRow.x) - x - Theme.gap
        wrapMode: Text.NoWrap
        x: root.canGoBack ? back.x + back.width + Theme.gap : Theme.unit * 4.4
        y: Theme.pad
    }
    Row {
        id: actionRow

        spacing: Theme.gap
        x: root.twoRows ? Theme.unit * 4.4 : cornerRow.x - width - (cornerRow.width > 0 ? Theme.gap : 0)
        y: Theme.pad + (root.twoRows ? Theme.target + Theme.gap : 0)
    }
    Row {
        id: cornerRow

        spacing: Theme.gap
        x: root.width - width - Theme.unit * 3
        y: Theme.pad
    }
}
