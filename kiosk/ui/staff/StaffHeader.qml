import QtQuick
import kiosk.bridge

// The head of a staff page: its title, what can be done, and in the corner how to be finished. Two rows in portrait.
Rectangle {
    id: root

    default property alias actions: actionRow.data
    property bool canGoBack: false
    required property SessionControls controls
    property alias corner: cornerRow.data
    readonly property Metrics metrics: root.controls.metrics
    // Words beside the icons only where there is room for them.
    readonly property bool roomy: root.width > root.metrics.label * 50
    property string title: ""
    readonly property bool twoRows: root.metrics.portrait && actionRow.visibleChildren.length > 0

    signal wentBack

    color: root.controls.palette.banner
    height: (root.twoRows ? 2 * root.metrics.target + root.metrics.gap : root.metrics.target) + 2 * root.metrics.pad

    MouseArea {
        anchors.fill: parent
    }
    HeaderPill {
        id: back

        controls: root.controls
        description: qsTr("Back to the slide order")
        icon: "back"
        visible: root.canGoBack
        x: root.metrics.pad
        y: root.metrics.pad

        onPressed: root.wentBack()
    }
    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.onBanner
        elide: Text.ElideRight
        font.pixelSize: Math.round(root.metrics.label * 1.25)
        font.weight: Font.DemiBold
        height: root.metrics.target
        text: root.title
        verticalAlignment: Text.AlignVCenter
        width: (root.twoRows ? cornerRow.x : actionRow.x) - x - root.metrics.gap
        x: root.canGoBack ? back.x + back.width + root.metrics.gap : root.metrics.unit * 4.4
        y: root.metrics.pad
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
