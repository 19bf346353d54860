pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// What lies over the slides while a patient reads: the edges, the bar, and one overlay at a time.
Item {
    id: root

    required property SessionControls controls
    readonly property bool plain: root.controls.overlay === "none" && root.controls.mode === "session"
    required property Stage stage

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

                onTapped: root.controls.press(edge.modelData > 0 ? "next" : "back")
            }
        }
    }
    Loader {
        active: root.controls.overlay === "topics"
        anchors.bottomMargin: bar.height
        anchors.fill: parent

        sourceComponent: Topics {
            controls: root.controls
        }
    }
    Loader {
        active: root.controls.overlay === "picture"
        anchors.bottomMargin: bar.height
        anchors.fill: parent

        sourceComponent: PictureOpen {
            controls: root.controls
        }
    }
    Loader {
        active: root.controls.overlay === "word"
        anchors.bottomMargin: bar.height
        anchors.fill: parent

        sourceComponent: WordCard {
            controls: root.controls
        }
    }
    Loader {
        active: root.controls.overlay === "languages"
        anchors.bottomMargin: bar.height
        anchors.fill: parent

        sourceComponent: LanguageList {
            controls: root.controls
        }
    }
    SessionBar {
        id: bar

        anchors.bottom: parent.bottom
        controls: root.controls
        width: parent.width
    }
    Loader {
        active: root.controls.mode === "warning"
        anchors.fill: parent

        sourceComponent: StillReading {
            controls: root.controls
        }
    }
}
