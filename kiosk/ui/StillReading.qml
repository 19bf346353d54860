import QtQuick
import QtQuick.Shapes
import kiosk.bridge

// The warning before everything starts over. A tap anywhere keeps reading.
Sheet {
    id: root

    readonly property real unit: root.controls.metrics.unit

    onDismissed: root.controls.press("stay")

    Item {
        width: root.unit * 19
        height: width
        anchors.horizontalCenter: parent.horizontalCenter

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer
            ShapePath {
                strokeColor: root.controls.palette.quiet
                strokeWidth: root.unit * 2
                fillColor: "transparent"
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
                strokeColor: root.controls.palette.accent
                strokeWidth: root.unit * 2
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
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
            text: root.controls.countdown
            color: root.controls.palette.heading
            font.pixelSize: root.unit * 6.6
            font.weight: Font.Bold
        }
    }
    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Still reading?")
        color: root.controls.palette.heading
        font.pixelSize: root.unit * 7.2
        font.weight: Font.Bold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The screen will start over for the next person.")
        color: root.controls.palette.ink
        font.pixelSize: Math.max(root.unit * 4.1, root.controls.metrics.label)
        lineHeight: 1.2
        wrapMode: Text.Wrap
    }
    Flow {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, stay.width + done.width + spacing + 1)
        spacing: root.controls.metrics.gap
        Pill {
            id: stay
            controls: root.controls
            primary: true
            pad: root.controls.metrics.label * 1.6
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
