pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// The window: the slides, and over them whatever the player's mode asks for.
Window {
    id: root

    required property Controls controls
    required property Stage stage
    required property Surroundings surroundings
    // A Staff; it is made after the first slide is shown.
    property QtObject staff: null
    property int turn: 0
    readonly property bool sideways: root.turn % 180 !== 0

    color: controls.palette.paper
    title: qsTr("Waiting-room kiosk")

    Item {
        id: canvas
        anchors.centerIn: parent
        width: root.sideways ? root.height : root.width
        height: root.sideways ? root.width : root.height
        rotation: root.turn
        focus: true
        LayoutMirroring.enabled: root.controls.mirrored
        LayoutMirroring.childrenInherit: true

        SlideStage {
            anchors.fill: parent
            controls: root.controls
            stage: root.stage
            visible: root.controls.hasSlides && root.controls.mode !== "closed" && root.controls.mode !== "staff"
        }

        Preparing {
            anchors.fill: parent
            controls: root.controls
            visible: !root.controls.hasSlides
        }

        Rectangle {
            anchors.fill: parent
            color: "black"
            visible: root.controls.mode === "closed"
        }

        AnnouncementBand {
            id: band
            readonly property bool reading: root.controls.mode === "session" || root.controls.mode === "warning"
            width: parent.width
            anchors.bottom: parent.bottom
            anchors.bottomMargin: reading ? root.controls.metrics.bar : 0
            controls: root.controls
            surroundings: root.surroundings
            // It comes together with the slide that leaves room for it, and never lies on one that does not.
            visible: height > 0 && (reading || root.controls.mode === "loop") && (!root.controls.hasSlides || root.stage.bandRoom >= height)
        }

        Invitation {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.leftMargin: root.controls.metrics.margin
            anchors.bottomMargin: root.controls.metrics.unit * 3 + (band.visible ? band.height : 0)
            controls: root.controls
            visible: root.controls.mode === "loop" && root.controls.hasSlides
        }

        MouseArea {
            // Anything that touches the loop opens a session, whatever it does afterwards.
            anchors.fill: parent
            enabled: root.controls.mode === "loop"
            visible: enabled
            onReleased: root.controls.press("open")
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Touch to read at your own pace")
            Accessible.onPressAction: root.controls.press("open")
        }

        Loader {
            anchors.fill: parent
            active: root.controls.mode === "session" || root.controls.mode === "warning"
            sourceComponent: Session {
                controls: root.controls
                stage: root.stage
            }
        }

        Loader {
            // The panel's files are read when staff ask for them, not at the start.
            readonly property bool wanted: root.controls.mode === "staff" && root.staff !== null
            anchors.fill: parent
            focus: wanted
            onWantedChanged: wanted ? setSource("staff/StaffHome.qml", {
                "controls": root.controls,
                "staff": root.staff
            }) : setSource("")
        }

        Rectangle {
            // The night's darkness, over all that patients see.
            anchors.fill: parent
            color: "black"
            opacity: root.surroundings.darkness
            visible: opacity > 0 && root.controls.mode !== "staff" && root.controls.mode !== "cleaning"
        }

        Loader {
            anchors.fill: parent
            active: root.controls.mode === "cleaning"
            sourceComponent: Cleaning {
                controls: root.controls
            }
        }
    }
}
