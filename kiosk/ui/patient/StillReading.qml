import QtQuick
import QtQuick.Shapes
import kiosk.bridge
import "../components"

// The warning before everything starts over. A tap anywhere keeps reading.
Sheet {
    id: root

    required property SessionControls controls
    readonly property real unit: Theme.unit

    onDismissed: root.controls.keepReading()

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        height: width
        width: root.unit * 19

        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                fillColor: "transparent"
                strokeColor: Theme.quiet
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
                strokeColor: Theme.accent
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
        Label {
            anchors.centerIn: parent
            color: Theme.heading
            font.pixelSize: root.unit * 6.6
            font.weight: Font.Bold
            text: root.controls.countdown
            wrapMode: Text.NoWrap
        }
    }
    Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.heading
        font.pixelSize: root.unit * 7.2
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Still reading?")
        width: parent.width
    }
    Label {
        font.pixelSize: Math.max(root.unit * 4.1, Theme.label)
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1.2
        text: qsTr("The screen will start over for the next person.")
        width: parent.width
    }
    Flow {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap
        width: Math.min(parent.width, stay.width + done.width + spacing + 1)

        Pill {
            id: stay

            pad: Theme.label * 1.6
            primary: true
            text: qsTr("Keep reading")

            onClicked: root.controls.keepReading()
        }
        Pill {
            id: done

            side: Theme.primary
            text: qsTr("I am done")

            onClicked: root.controls.done()
        }
    }
}
