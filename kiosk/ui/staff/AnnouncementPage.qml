pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// One line for everybody in the room: typed or chosen, with an end.
StaffPage {
    id: root

    readonly property AnnouncementModel announcing: root.staff.announcing
    property bool typing: false

    saves: true
    title: qsTr("Announcement")

    Component.onCompleted: root.announcing.begin()
    onSaving: root.announcing.settle()

    LineField {
        id: field

        description: qsTr("The announcement")
        maximumLength: root.announcing.longest
        placeholderText: root.typing ? "" : qsTr("Touch to type, or choose a line below")
        text: root.announcing.text
        width: parent.width

        onAsked: root.typing = true
        onEdited: text => root.announcing.write(text)
    }
    StandingCard {
        id: standing

        anchors.top: field.bottom
        anchors.topMargin: Theme.gap
        announcing: root.announcing
        visible: root.announcing.standing && !root.typing
        width: parent.width
    }
    ScrollArea {
        id: scroll

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        // Room for the ring around what stands at an edge.
        anchors.leftMargin: -Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: -Theme.gap
        anchors.top: standing.visible ? standing.bottom : field.bottom
        anchors.topMargin: Theme.gap * 1.5
        contentHeight: Math.max(phrases.y + phrases.height, choices.y + choices.height)
        visible: !root.typing

        Item {
            width: scroll.width - 2 * Theme.gap
            x: Theme.gap

            Column {
                id: choices

                readonly property real beside: Math.min(parent.width * 0.44, Theme.label * 20)

                spacing: Theme.gap
                width: Theme.portrait ? parent.width : beside
                x: Theme.portrait ? 0 : parent.width - width

                Caption {
                    text: qsTr("How long")
                    width: parent.width
                }
                Flow {
                    spacing: Theme.gap
                    width: parent.width

                    Repeater {
                        model: root.announcing.ends

                        Choice {
                            required property string at
                            required chosen
                            required property int minutes

                            description: minutes === 0 ? qsTr("Until closing time, %1").arg(at) : qsTr("Until %1").arg(at)
                            text: minutes === 0 ? qsTr("Until %1").arg(at) : minutes === 30 ? qsTr("30 minutes") : minutes === 60 ? qsTr("1 hour") : qsTr("%1 hours").arg(minutes / 60)

                            onClicked: root.announcing.choose(minutes)
                        }
                    }
                }
                Item {
                    height: Theme.gap
                    width: 1
                }
                Flow {
                    spacing: Theme.gap
                    width: parent.width

                    Pill {
                        available: root.announcing.ready
                        icon.name: "megaphone"
                        primary: true
                        text: qsTr("Put up")

                        onClicked: root.announcing.putUp()
                    }
                    Pill {
                        side: Theme.primary
                        text: qsTr("Keep this line")
                        visible: root.announcing.ready && !root.announcing.isPhrase

                        onClicked: root.announcing.keepPhrase()
                    }
                }
            }
            Column {
                id: phrases

                spacing: Theme.gap
                width: Theme.portrait ? parent.width : choices.x - root.pad
                y: Theme.portrait ? choices.height + Theme.gap * 2 : 0

                Caption {
                    text: qsTr("Choose a line")
                    width: parent.width
                }
                Repeater {
                    model: root.announcing.phrases

                    ChoiceCard {
                        required property string phrase

                        chosen: phrase === root.announcing.text
                        text: phrase
                        width: parent?.width ?? 0

                        onClicked: root.announcing.write(phrase)
                    }
                }
            }
        }
    }
    TouchKeyboard {
        id: keyboard

        anchors.bottom: parent.bottom
        height: implicitHeight
        letters: root.announcing.letters
        shifted: root.announcing.text === ""
        visible: root.typing
        width: parent.width

        onErased: field.erase()
        onFinished: root.typing = false
        onTyped: text => field.type(text)
    }
}
