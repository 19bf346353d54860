import QtQuick
import kiosk.bridge
import ".."

// The head of a staff page: its title, what can be done, and in the corner how to be finished. Two rows in portrait.
Rectangle {
    id: root

    required property Controls controls
    property string title: ""
    property bool canGoBack: false
    default property alias actions: actionRow.data
    property alias corner: cornerRow.data
    readonly property Metrics metrics: root.controls.metrics
    readonly property bool twoRows: root.metrics.portrait && actionRow.visibleChildren.length > 0
    // Words beside the icons only where there is room for them.
    readonly property bool roomy: root.width > root.metrics.label * 50

    signal wentBack

    height: (root.twoRows ? 2 * root.metrics.target + root.metrics.gap : root.metrics.target) + 2 * root.metrics.pad
    color: root.controls.palette.banner

    MouseArea {
        anchors.fill: parent
    }

    HeaderPill {
        id: back
        x: root.metrics.pad
        y: root.metrics.pad
        visible: root.canGoBack
        controls: root.controls
        icon: "back"
        description: qsTr("Back to the slide order")
        onPressed: root.wentBack()
    }
    Text {
        x: root.canGoBack ? back.x + back.width + root.metrics.gap : root.metrics.unit * 4.4
        width: (root.twoRows ? cornerRow.x : actionRow.x) - x - root.metrics.gap
        height: root.metrics.target
        y: root.metrics.pad
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: root.title
        color: root.controls.palette.onBanner
        font.pixelSize: Math.round(root.metrics.label * 1.25)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: actionRow
        spacing: root.metrics.gap
        x: root.twoRows ? root.metrics.unit * 4.4 : cornerRow.x - width - (cornerRow.width > 0 ? root.metrics.gap : 0)
        y: root.metrics.pad + (root.twoRows ? root.metrics.target + root.metrics.gap : 0)
    }
    Row {
        id: cornerRow
        spacing: root.metrics.gap
        x: root.width - width - root.metrics.unit * 3
        y: root.metrics.pad
    }
}
