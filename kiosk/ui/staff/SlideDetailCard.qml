pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The chosen slide: how patients see it, how long, where and when it shows, and buttons that move it.
Flickable {
    id: root

    readonly property SlideDetailModel chosen: root.order.chosen
    required property SessionControls controls
    readonly property real inset: root.metrics.unit * 2
    readonly property Metrics metrics: root.controls.metrics
    required property SlideOrderModel order
    readonly property bool portrait: root.metrics.portrait

    signal whenAsked

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: body.height + 2 * root.inset
    contentWidth: width
    interactive: contentHeight > height

    Grid {
        id: body

        columns: root.portrait ? 2 : 1
        spacing: root.inset
        width: root.width
        y: root.inset

        SlidePreview {
            id: preview

            controls: root.controls
            order: root.order

            // In landscape it gives way, so that all that can be set is in sight.
            room: root.portrait ? root.height : root.height - card.height - 3 * root.inset
            width: root.portrait ? Math.min((root.height - 2 * root.inset - root.metrics.label * 2.4) * 0.5625, root.width - root.inset - root.metrics.label * 20) : root.width
        }
        Rectangle {
            id: card

            border.color: root.controls.palette.line
            border.width: Math.max(root.metrics.unit * 0.18, 1)
            color: root.controls.palette.card
            height: settings.height + 2 * root.inset
            radius: root.metrics.unit * 2.2
            width: root.portrait ? root.width - preview.width - root.inset : root.width

            Column {
                id: settings

                spacing: root.metrics.gap
                width: parent.width - 2 * root.inset
                x: root.inset
                y: root.inset

                Row {
                    spacing: root.metrics.gap
                    visible: root.portrait

                    MoveButtons {
                        controls: root.controls
                        order: root.order
                    }
                }
                Caption {
                    controls: root.controls
                    text: qsTr("Time on screen")
                }
                Flow {
                    spacing: root.metrics.gap
                    width: parent.width

                    Stepper {
                        canGrow: root.chosen.playable && root.chosen.canGrow
                        canLessen: root.chosen.playable && root.chosen.canLessen
                        controls: root.controls
                        description: qsTr("Time on screen")
                        value: qsTr("%1 s").arg(root.chosen.seconds)
                        valueWidth: root.metrics.label * 2.6

                        onGrown: root.chosen.stepSeconds(1)
                        onLessened: root.chosen.stepSeconds(-1)
                    }
                    Choice {
                        chosen: root.chosen.automatic
                        controls: root.controls
                        enabled: root.chosen.playable
                        pad: root.metrics.label * 0.5
                        text: root.chosen.automatic ? qsTr("Automatic") : qsTr("Automatic: %1 s").arg(root.chosen.automaticSeconds)

                        onPressed: root.chosen.takeAutomatic()
                    }
                }
                Caption {
                    controls: root.controls
                    text: qsTr("Where it shows")
                }
                Flow {
                    spacing: root.metrics.gap
                    width: parent.width

                    Choice {
                        chosen: root.chosen.inLoop
                        controls: root.controls
                        pad: root.metrics.label * 0.5
                        text: qsTr("Loop and menu")

                        onPressed: root.chosen.showInLoop(true)
                    }
                    Choice {
                        chosen: !root.chosen.inLoop
                        controls: root.controls
                        pad: root.metrics.label * 0.5
                        text: qsTr("Only after a touch")

                        onPressed: root.chosen.showInLoop(false)
                    }
                }
                Pill {
                    controls: root.controls
                    description: qsTr("When it shows: %1").arg(text)
                    icon: "clock"
                    text: root.chosen.when ? root.chosen.when : qsTr("Shows at any time")
                    width: parent.width

                    onPressed: root.whenAsked()
                }
            }
        }
    }
}
