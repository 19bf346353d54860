pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// Where one is: a dot per slide, or numbers where there are too many to count.
Item {
    id: root

    required property Controls controls
    readonly property int most: 24
    readonly property bool countable: root.controls.total <= root.most
    readonly property real dot: root.controls.metrics.unit * Math.min(1.45, 18 / Math.max(root.controls.total, 1))

    implicitWidth: root.countable ? dots.implicitWidth : number.implicitWidth
    implicitHeight: Math.max(dots.implicitHeight, root.countable ? 0 : number.implicitHeight)
    visible: root.controls.total > 1
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Slide %1 of %2").arg(root.controls.place + 1).arg(root.controls.total)

    Row {
        id: dots
        visible: root.countable
        spacing: root.dot * 0.8
        anchors.verticalCenter: parent.verticalCenter
        Repeater {
            model: root.countable ? root.controls.total : 0
            Rectangle {
                required property int index
                readonly property bool current: index === root.controls.place
                width: current ? root.dot * 2.8 : root.dot
                height: root.dot
                radius: height / 2
                color: current ? root.controls.palette.accent : index < root.controls.place && root.controls.mode !== "loop" ? root.controls.palette.dotSeen : root.controls.palette.dot
            }
        }
    }
    Text {
        id: number
        visible: !root.countable
        text: qsTr("%1 of %2").arg(root.controls.place + 1).arg(root.controls.total)
        color: root.controls.palette.ink
        font.pixelSize: root.controls.metrics.label
        anchors.verticalCenter: parent.verticalCenter
    }
}
