pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// One line for everybody in the room: typed or chosen, with an end.
StaffPage {
    id: root

    required property AnnouncementModel announcing
    property bool typing: false

    saves: true
    title: qsTr("Announcement")

    Component.onCompleted: root.announcing.begin()
    onSaved: root.announcing.settle()

    LineField {
        id: field

        controls: root.controls
        description: qsTr("The announcement")
        hint: root.typing ? "" : qsTr("Touch to type, or choose a line below")
        longest: root.announcing.longest
        text: root.announcing.text
        width: parent.width

        onAsked: root.typing = true
        onEdited: text => root.announcing.write(text)
    }
    StandingCard {
        id: standing

        anchors.top: field.bottom
        anchors.topMargin: root.metrics.gap
        announcing: root.announcing
        controls: root.controls
        visible: root.announcing.standing && !root.typing
        width: parent.width
    }
    Flickable {
        id: scroll

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: standing.visible ? standing.bottom : field.bottom
        anchors.topMargin: root.metrics.gap * 1.5
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(phrases.y + phrases.height, choices.y + choices.height)
        interactive: contentHeight > height
        visible: !root.typing

        Column {
            id: choices

            readonly property real beside: Math.min(parent.width * 0.44, root.metrics.label * 20)

            spacing: root.metrics.gap
            width: root.metrics.portrait ? parent.width : beside
            x: root.metrics.portrait ? 0 : parent.width - width

            Caption {
                controls: root.controls
                text: qsTr("How long")
                width: parent.width
            }
            Flow {
                spacing: root.metrics.gap
                width: parent.width

                Repeater {
                    model: root.announcing.ends

                    Choice {
                        required property string at
                        required chosen
                        required property int minutes

                        controls: root.controls
                        description: minutes === 0 ? qsTr("Until closing time, %1").arg(at) : qsTr("Until %1").arg(at)
                        text: minutes === 0 ? qsTr("Until %1").arg(at) : minutes === 30 ? qsTr("30 minutes") : minutes === 60 ? qsTr("1 hour") : qsTr("%1 hours").arg(minutes / 60)

                        onPressed: root.announcing.choose(minutes)
                    }
                }
            }
            Item {
                height: root.metrics.gap
                width: 1
            }
            Flow {
                spacing: root.metrics.gap
                width: parent.width

                Pill {
                    controls: root.controls
                    enabled: root.announcing.ready
                    icon: "megaphone"
                    primary: true
                    text: qsTr("Put up")

                    onPressed: root.announcing.putUp()
                }
                Pill {
                    controls: root.controls
                    side: root.metrics.primary
                    text: qsTr("Keep this line")
                    visible: root.announcing.ready && !root.announcing.isPhrase

                    onPressed: root.announcing.keepPhrase()
                }
            }
        }
        Column {
            id: phrases

            spacing: root.metrics.gap
            width: root.metrics.portrait ? parent.width : choices.x - root.pad
            y: root.metrics.portrait ? choices.height + root.metrics.gap * 2 : 0

            Caption {
                controls: root.controls
                text: qsTr("Choose a line")
                width: parent.width
            }
            Repeater {
                model: root.announcing.phrases

                ChoiceCard {
                    required property string phrase

                    chosen: phrase === root.announcing.text
                    controls: root.controls
                    text: phrase
                    width: parent?.width ?? 0

                    onPressed: root.announcing.write(phrase)
                }
            }
        }
    }
    TouchKeyboard {
        id: keyboard

        anchors.bottom: parent.bottom
        controls: root.controls
        height: implicitHeight
        letters: root.announcing.letters
        shifted: root.announcing.text === ""
        visible: root.typing
        width: parent.width

        onErased: field.erase()
        onFinished: root.typing = false
        onTyped: text => field.insert(text)
    }
}
