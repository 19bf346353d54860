pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// Two slides that swap roles: the one in front, and the one that comes or has gone. At rest nothing here animates.
Item {
    id: root

    readonly property SlidePage back: root.stage.firstInFront ? second : first
    required property SessionControls controls
    readonly property SlidePage front: root.stage.firstInFront ? first : second
    readonly property bool inSession: root.controls.mode === SessionControls.Mode.Session
    // Which way a finger is pulling: +1 towards the next slide, -1 towards the one before, 0 not at all.
    property int pulling: 0
    required property Stage stage

    function finish(): void {
        fade.stop();
        slide.stop();
        root.front.visible = true;
        root.front.x = 0;
        root.front.opacity = 1;
        root.front.z = 0;
        root.back.visible = false;
        root.back.x = 0;
        root.back.opacity = 1;
    }
    function settle(from: real, to: real, outgoingTo: real): void {
        slide.stop();
        comingX.from = from;
        comingX.to = to;
        goingX.to = outgoingTo;
        slide.start();
    }

    Connections {
        function onTurned(turn: int) {
            const pulled = root.back.x;
            const wasPulling = root.pulling;
            root.pulling = 0;
            fade.stop();
            slide.stop();
            root.front.visible = true;
            root.back.visible = true;
            root.front.z = 1;
            root.back.z = 0;
            if (turn === Stage.Turn.Cut) {
                root.finish();
            } else if (turn === Stage.Turn.Fade || Theme.reducedMotion) {
                root.front.x = 0;
                root.back.x = 0;
                fade.restart();
            } else {
                const way = turn === Stage.Turn.On ? 1 : -1;
                const sign = root.stage.rightToLeft ? -way : way;
                const start = wasPulling !== 0 ? pulled + sign * root.width : sign * root.width;
                root.front.opacity = 1;
                root.front.x = start;
                root.settle(start, 0, -sign * root.width);
            }
        }

        target: root.stage
    }
    NumberAnimation {
        id: fade

        duration: Theme.reducedMotion ? 150 : root.inSession ? 250 : 600
        easing.type: Easing.InOutQuad
        from: 0
        property: "opacity"
        target: root.front
        to: 1

        onFinished: root.finish()
    }
    ParallelAnimation {
        id: slide

        onFinished: root.finish()

        NumberAnimation {
            id: comingX

            duration: 250
            easing.type: Easing.OutCubic
            property: "x"
            target: root.front
        }
        NumberAnimation {
            id: goingX

            duration: 250
            easing.type: Easing.OutCubic
            property: "x"
            target: root.back
        }
    }
    SlidePage {
        id: first

        boxes: root.stage.first
        height: root.height
        inFront: root.stage.firstInFront
        tappable: root.inSession
        width: root.width

        onPictureTapped: number => root.controls.showPicture(number)
        onWordTapped: word => root.controls.showWord(word)
    }
    SlidePage {
        id: second

        boxes: root.stage.second
        height: root.height
        inFront: !root.stage.firstInFront
        tappable: root.inSession
        visible: false
        width: root.width

        onPictureTapped: number => root.controls.showPicture(number)
        onWordTapped: word => root.controls.showWord(word)
    }
    DragHandler {
        id: swipe

        // Where a finger decides: visual.md asks for 40 px on the 1080-line mockup.
        readonly property real enough: Theme.unit * 3.7
        readonly property real pull: activeTranslation.x

        acceptedButtons: Qt.LeftButton
        enabled: root.inSession
        target: null
        yAxis.enabled: false

        onActiveChanged: {
            if (active)
                return;
            const way = root.pulling;
            // A flick back to where the finger came from takes the swipe back.
            const flick = Math.abs(centroid.velocity.x) > root.width / 2 && centroid.velocity.x * pull > 0;
            if (way !== 0 && (Math.abs(pull) > enough || flick)) {
                way > 0 ? root.controls.next() : root.controls.back();
            } else {
                root.pulling = 0;
                home.restart();
            }
        }
        onPullChanged: {
            if (!active || slide.running || fade.running)
                return;
            const sign = pull < 0 ? 1 : -1;
            const way = root.stage.rightToLeft ? -sign : sign;
            if (root.pulling !== way && pull !== 0)
                root.pulling = root.stage.reach(way) ? way : 0;
            if (root.pulling !== 0) {
                root.front.x = pull;
                root.back.x = pull + sign * root.width;
                root.back.opacity = 1;
                root.back.visible = true;
            } else {
                // Nothing lies that way: the slide gives a little, so that the finger is answered.
                root.back.visible = false;
                root.front.x = pull / 6;
            }
        }
    }
    NumberAnimation {
        id: home

        duration: 150
        property: "x"
        target: root.front
        to: 0

        onFinished: root.finish()
    }
}
