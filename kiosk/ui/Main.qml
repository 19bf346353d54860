pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "patient"
import "slide"

// The window: the slides, and over them whatever the player's mode asks for.
Window {
    id: root

    required property AnnouncementBandModel announcement
    required property SessionControls controls
    // With a frame around it, for whoever works on the slides.
    required property bool framed
    required property Night night
    readonly property bool sideways: root.turn % 180 !== 0
    // A Staff; it is made after the first slide is shown.
    property QtObject staff: null
    required property Stage stage
    property int turn: 0

    color: Theme.paper
    flags: root.framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    title: qsTr("Waiting-room kiosk")

    // Nobody closes it: not the desktop, not a title bar, not the end of the desktop's session. The program ends by other ways.
    onClosing: close => close.accepted = false

    Item {
        id: canvas

        // Something lies over the slide.
        readonly property bool covered: root.controls.overlay !== SessionControls.Overlay.Nothing || root.controls.mode === SessionControls.Mode.Warning || root.controls.mode === SessionControls.Mode.Cleaning

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.mirrored
        anchors.centerIn: parent
        focus: true
        height: root.sideways ? root.width : root.height
        rotation: root.turn
        width: root.sideways ? root.height : root.width

        SlideStage {
            anchors.fill: parent
            controls: root.controls
            enabled: !canvas.covered
            stage: root.stage
            visible: root.controls.hasSlides && root.controls.mode !== SessionControls.Mode.Closed && root.controls.mode !== SessionControls.Mode.Staff
        }
        Preparing {
            anchors.fill: parent
            visible: !root.controls.hasSlides
        }
        Rectangle {
            anchors.fill: parent
            color: "black"
            visible: root.controls.mode === SessionControls.Mode.Closed
        }
        AnnouncementBand {
            id: band

            readonly property bool reading: root.controls.mode === SessionControls.Mode.Session || root.controls.mode === SessionControls.Mode.Warning

            anchors.bottom: parent.bottom
            anchors.bottomMargin: reading ? Theme.bar : 0
            announcement: root.announcement
            enabled: !canvas.covered
            // It comes together with the slide that leaves room for it, and never lies on one that does not.
            visible: height > 0 && (reading || root.controls.mode === SessionControls.Mode.Loop) && (!root.controls.hasSlides || root.stage.bandRoom >= height)
            width: parent.width
        }
        Invitation {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.unit * 3 + (band.visible ? band.height : 0)
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            controls: root.controls
            visible: root.controls.mode === SessionControls.Mode.Loop && root.controls.hasSlides
        }
        MouseArea {
            Accessible.name: qsTr("Touch to read at your own pace")
            Accessible.role: Accessible.Button
            // Anything that touches the loop opens a session, whatever it does afterwards.
            anchors.fill: parent
            enabled: root.controls.mode === SessionControls.Mode.Loop
            visible: enabled

            Accessible.onPressAction: root.controls.openSession()
            onReleased: root.controls.openSession()
        }
        Loader {
            // What only a touch brings is read when somebody touches.
            readonly property bool wanted: root.controls.mode === SessionControls.Mode.Session || root.controls.mode === SessionControls.Mode.Warning

            anchors.fill: parent

            onWantedChanged: wanted ? setSource("patient/Session.qml", {
                "controls": root.controls,
                "stage": root.stage
            }) : setSource("")
        }
        Loader {
            // The panel's files are read when staff ask for them, not at the start.
            readonly property bool wanted: root.controls.mode === SessionControls.Mode.Staff && root.staff !== null

            anchors.fill: parent
            focus: wanted

            onWantedChanged: wanted ? setSource("staff/StaffHome.qml", {
                "staff": root.staff
            }) : setSource("")
        }
        Rectangle {
            // The night's darkness, over all that patients see.
            anchors.fill: parent
            color: "black"
            opacity: root.night.darkness
            visible: opacity > 0 && root.controls.mode !== SessionControls.Mode.Staff && root.controls.mode !== SessionControls.Mode.Cleaning
        }
        Loader {
            active: root.controls.mode === SessionControls.Mode.Cleaning
            anchors.fill: parent

            sourceComponent: Cleaning {
                controls: root.controls
            }
        }
    }
}
