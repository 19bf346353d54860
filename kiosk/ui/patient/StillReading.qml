import QtQuick
import QtQuick.Shapes
import kiosk.bridge
import "../components"

// The warning before everything starts over. A tap anywhere keeps reading.
Sheet {
    id: root

    readonly property real unit: root.controls.metrics.unit

    onDismissed: root.controls.press("stay")

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        height: width
        width: root.unit * 19

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                fillColor: "transparent"
                strokeColor: root.controls.palette.quiet
                strokeWidth: root.unit * 2

                PathAngleArc {
                    centerX: root.unit * 9.5
                    centerY: root.unit * 9.5
                    radiusX: root.unit * 8.5
                    radiusY: root.unit * 8.5
                    startAngle: -90
                    sweepAngle: 360
                }
            }
            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                strokeColor: root.controls.palette.accent
                strokeWidth: root.unit * 2

                PathAngleArc {
                    centerX: root.unit * 9.5
                    centerY: root.unit * 9.5
                    radiusX: root.unit * 8.5
                    radiusY: root.unit * 8.5
                    startAngle: -90
                    sweepAngle: 360 * root.controls.countdownShare
                }
            }
        }
        Text {
            anchors.centerIn: parent
            color: root.controls.palette.heading
            font.pixelSize: root.unit * 6.6
            font.weight: Font.Bold
            text: root.controls.countdown
        }
    }
    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: root.controls.palette.heading
        font.pixelSize: root.unit * 7.2
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Still reading?")
        width: parent.width
        wrapMode: Text.Wrap
    }
    Text {
        color: root.controls.palette.ink
        font.pixelSize: Math.max(root.unit * 4.1, root.controls.metrics.label)
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1.2
        text: qsTr("The screen will start over for the next person.")
        width: parent.width
        wrapMode: Text.Wrap
    }
    Flow {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.controls.metrics.gap
        width: Math.min(parent.width, stay.width + done.width + spacing + 1)

        Pill {
            id: stay

            controls: root.controls
            pad: root.controls.metrics.label * 1.6
            primary: true
            text: qsTr("Keep reading")

            onPressed: root.controls.press("stay")
        }
        Pill {
            id: done

            controls: root.controls
            side: root.controls.metrics.primary
            text: qsTr("I am done")

            onPressed: root.controls.press("done")
        }
    }
}
