pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The place in a topic: a dot per slide, or numbers where there are too many to count.
Item {
    id: root

    required property SessionControls controls
    readonly property bool countable: root.controls.total <= root.most
    readonly property real dot: Theme.unit * Math.min(1.45, 18 / Math.max(root.controls.total, 1))
    readonly property int most: 24

    Accessible.ignored: !enabled
    Accessible.name: qsTr("Slide %1 of %2").arg(root.controls.place + 1).arg(root.controls.total)
    Accessible.role: Accessible.Indicator
    implicitHeight: Math.max(dots.implicitHeight, root.countable ? 0 : number.implicitHeight)
    implicitWidth: root.countable ? dots.implicitWidth : number.implicitWidth
    visible: root.controls.total > 1

    Row {
        id: dots

        anchors.verticalCenter: parent.verticalCenter
        spacing: root.dot * 0.8
        visible: root.countable

        Repeater {
            model: root.countable ? root.controls.total : 0

            Rectangle {
                readonly property bool current: index === root.controls.place
                required property int index

                color: current ? Theme.accent : index < root.controls.place && root.controls.mode !== SessionControls.Mode.Loop ? Theme.dotSeen : Theme.dot
                height: root.dot
                radius: height / 2
                width: current ? root.dot * 2.8 : root.dot
            }
        }
    }
    Label {
        id: number

        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%1 of %2").arg(root.controls.place + 1).arg(root.controls.total)
        visible: !root.countable
        wrapMode: Text.NoWrap
    }
}
