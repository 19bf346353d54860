pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The layer over the slides while a patient reads: the edges, the bar, and one overlay at a time.
FocusScope {
    id: root

    required property SessionControls controls
    readonly property bool plain: root.controls.overlay === SessionControls.Overlay.Nothing && !root.warned
    required property Stage stage
    readonly property bool warned: root.controls.mode === SessionControls.Mode.Warning

    FocusReturn {
        covered: !root.plain
    }

    // The outer edges turn the page too, for whoever expects that.
    Repeater {
        model: [-1, 1]

        Item {
            id: edge

            readonly property bool atRight: (edge.modelData > 0) !== root.stage.rightToLeft
            required property int modelData

            height: root.height - bar.height
            width: root.width * 0.07
            x: atRight ? root.width - width : 0

            TapHandler {
                acceptedButtons: Qt.LeftButton
                enabled: root.plain
                gesturePolicy: TapHandler.WithinBounds
                longPressThreshold: 0

                onTapped: edge.modelData > 0 ? root.controls.next() : root.controls.back()
            }
        }
    }
    Item {
        id: overlay

        anchors.bottomMargin: bar.height
        anchors.fill: parent
        enabled: !root.warned

        Loader {
            active: root.controls.overlay === SessionControls.Overlay.Topics
            anchors.fill: parent

            sourceComponent: Topics {
                controls: root.controls
            }
        }
        Loader {
            active: root.controls.overlay === SessionControls.Overlay.Picture
            anchors.fill: parent

            sourceComponent: PictureOpen {
                controls: root.controls
            }
        }
        Loader {
            active: root.controls.overlay === SessionControls.Overlay.Word
            anchors.fill: parent

            sourceComponent: WordCard {
                controls: root.controls
            }
        }
        Loader {
            active: root.controls.overlay === SessionControls.Overlay.Languages
            anchors.fill: parent

            sourceComponent: LanguageList {
                controls: root.controls
            }
        }
    }
    SessionBar {
        id: bar

        anchors.bottom: parent.bottom
        controls: root.controls
        enabled: !root.warned
        width: parent.width
    }
    Loader {
        active: root.warned
        anchors.fill: parent

        sourceComponent: StillReading {
            controls: root.controls
        }
    }
}
