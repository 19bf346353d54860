pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// A day from midnight to midnight: filled where the kiosk is open, with the number of slides that play. A tap looks into a part.
Item {
    id: root

    required property SessionControls controls
    required property TimetableModel day
    readonly property Metrics metrics: root.controls.metrics

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: root.metrics.target + root.metrics.label * 1.5

    Rectangle {
        border.color: root.controls.palette.line
        border.width: Math.max(root.metrics.unit * 0.18, 1)
        color: root.controls.palette.card
        height: root.metrics.target
        width: parent.width
    }
    Repeater {
        model: root.day.spans

        Rectangle {
            id: span

            required property bool chosen
            required property int count
            required property int index
            required property real length
            required property bool open
            required property string since
            required property real start
            readonly property string told: !span.open ? qsTr("closed") : span.count === 1 ? qsTr("1 slide") : qsTr("%1 slides").arg(span.count)
            required property string until

            Accessible.name: qsTr("%1 to %2: %3").arg(span.since).arg(span.until).arg(span.told)
            Accessible.role: Accessible.Button
            border.color: span.chosen ? root.controls.palette.accent : root.controls.palette.card
            border.width: Math.max(root.metrics.unit * (span.chosen ? 0.5 : 0.18), 1)
            color: !span.open ? root.controls.palette.line : span.count > 0 ? root.controls.palette.quiet : root.controls.palette.alarmGround
            height: root.metrics.target
            width: root.width * span.length
            x: root.width * span.start
            z: span.chosen ? 1 : 0

            Accessible.onPressAction: root.day.choose(span.index)

            Text {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: root.controls.palette.ink
                font.pixelSize: Math.round(root.metrics.label * 0.9)
                text: span.told
                visible: implicitWidth < parent.width - root.metrics.label * 0.4
            }
            Text {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: root.controls.palette.ink
                font.pixelSize: Math.round(root.metrics.label * 0.9)
                text: span.count
                visible: span.open && !parent.children[0].visible && implicitWidth < parent.width
            }
            TapHandler {
                acceptedButtons: Qt.LeftButton
                gesturePolicy: TapHandler.ReleaseWithinBounds
                longPressThreshold: 0

                onTapped: root.day.choose(span.index)
            }
        }
    }
    Repeater {
        // Every third hour: all of them would not be readable.
        model: 9

        Text {
            readonly property real at: root.width * index / 8
            required property int index

            Accessible.ignored: true
            color: root.controls.palette.muted
            font.pixelSize: Math.round(root.metrics.label * 0.85)
            text: index * 3
            x: Math.max(Math.min(at - width / 2, root.width - width), 0)
            y: root.metrics.target + root.metrics.label * 0.2
        }
    }
}
