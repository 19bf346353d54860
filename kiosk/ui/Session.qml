pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// What lies over the slides while a patient reads: the edges, the bar, and one overlay at a time.
Item {
    id: root

    required property Controls controls
    required property Stage stage
    readonly property bool plain: root.controls.overlay === "none" && root.controls.mode === "session"

    // The outer edges turn the page too, for whoever expects that.
    Repeater {
        model: [-1, 1]
        Item {
            id: edge
            required property int modelData
            readonly property bool atRight: (edge.modelData > 0) !== root.stage.rightToLeft
            x: atRight ? root.width - width : 0
            width: root.width * 0.07
            height: root.height - bar.height
            TapHandler {
                enabled: root.plain
                acceptedButtons: Qt.LeftButton
                longPressThreshold: 0
                gesturePolicy: TapHandler.WithinBounds
                onTapped: root.controls.press(edge.modelData > 0 ? "next" : "back")
            }
        }
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        active: root.controls.overlay === "topics"
        sourceComponent: Topics {
            controls: root.controls
        }
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        active: root.controls.overlay === "picture"
        sourceComponent: PictureOpen {
            controls: root.controls
        }
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        active: root.controls.overlay === "word"
        sourceComponent: WordCard {
            controls: root.controls
        }
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        active: root.controls.overlay === "languages"
        sourceComponent: LanguageList {
            controls: root.controls
        }
    }

    SessionBar {
        id: bar
        width: parent.width
        anchors.bottom: parent.bottom
        controls: root.controls
    }

    Loader {
        anchors.fill: parent
        active: root.controls.mode === "warning"
        sourceComponent: StillReading {
            controls: root.controls
        }
    }
}
