pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The chosen slide: how patients see it, how long, where and when it shows, and buttons that move it.
ScrollArea {
    id: root

    readonly property SlideDetailModel chosen: root.order.chosen
    readonly property real inner: root.width - 2 * root.ring
    readonly property real inset: Theme.unit * 2
    required property SlideOrderModel order
    readonly property bool portrait: Theme.portrait
    // Room at the sides for a focus ring, which would be cut off otherwise.
    readonly property real ring: Theme.unit

    signal whenAsked

    contentHeight: body.height + 2 * root.inset
    contentWidth: width

    Grid {
        id: body

        columns: root.portrait ? 2 : 1
        spacing: root.inset
        width: root.inner
        x: root.ring
        y: root.inset

        SlidePreview {
            id: preview

            order: root.order

            // In landscape it gives way, so that all that can be set is in sight.
            room: root.portrait ? root.height : root.height - card.height - 3 * root.inset
            width: root.portrait ? Math.min((root.height - 2 * root.inset - Theme.label * 2.4) * 0.5625, root.inner - root.inset - Theme.label * 20) : root.inner
        }
        Rectangle {
            id: card

            border.color: Theme.line
            border.width: Math.max(Theme.unit * 0.18, 1)
            color: Theme.card
            height: settings.height + 2 * root.inset
            radius: Theme.unit * 2.2
            width: root.portrait ? root.inner - preview.width - root.inset : root.inner

            Column {
                id: settings

                spacing: Theme.gap
                width: parent.width - 2 * root.inset
                x: root.inset
                y: root.inset

                Row {
                    spacing: Theme.gap
                    visible: root.portrait

                    MoveButtons {
                        order: root.order
                    }
                }
                Caption {
                    text: qsTr("Time on screen")
                }
                Flow {
                    spacing: Theme.gap
                    width: parent.width

                    Stepper {
                        canGrow: root.chosen.playable && root.chosen.canGrow
                        canLessen: root.chosen.playable && root.chosen.canLessen
                        description: qsTr("Time on screen")
                        value: qsTr("%1 s").arg(root.chosen.seconds)
                        valueWidth: Theme.label * 2.6

                        onGrown: root.chosen.stepSeconds(1)
                        onLessened: root.chosen.stepSeconds(-1)
                    }
                    Choice {
                        available: root.chosen.playable
                        chosen: root.chosen.automatic
                        pad: Theme.label * 0.5
                        text: root.chosen.automatic ? qsTr("Automatic") : qsTr("Automatic: %1 s").arg(root.chosen.automaticSeconds)

                        onClicked: root.chosen.takeAutomatic()
                    }
                }
                Caption {
                    text: qsTr("Where it shows")
                }
                Flow {
                    spacing: Theme.gap
                    width: parent.width

                    Choice {
                        chosen: root.chosen.inLoop
                        pad: Theme.label * 0.5
                        text: qsTr("Loop and menu")

                        onClicked: root.chosen.showInLoop(true)
                    }
                    Choice {
                        chosen: !root.chosen.inLoop
                        pad: Theme.label * 0.5
                        text: qsTr("Only after a touch")

                        onClicked: root.chosen.showInLoop(false)
                    }
                }
                Pill {
                    description: qsTr("When it shows: %1").arg(text)
                    icon.name: "clock"
                    text: root.chosen.when ? root.chosen.when : qsTr("Shows at any time")
                    width: parent.width

                    onClicked: root.whenAsked()
                }
            }
        }
    }
}
