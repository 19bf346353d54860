pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import kiosk.bridge
import "../components"

// A day from midnight to midnight: filled where the kiosk is open, with the number of slides that play. A tap looks into a part.
Item {
    id: root

    required property TimetableModel day

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: Theme.target + Theme.label * 1.5

    Rectangle {
        border.color: Theme.line
        border.width: Math.max(Theme.unit * 0.18, 1)
        color: Theme.card
        height: Theme.target
        width: parent.width
    }
    Repeater {
        model: root.day.spans

        T.AbstractButton {
            id: span

            required property bool chosen
            required property int count
            required property int index
            required property real length
            required property bool open
            required property string since
            required property real start
            readonly property string summary: !span.open ? qsTr("closed") : span.count === 1 ? qsTr("1 slide") : qsTr("%1 slides").arg(span.count)
            required property string until

            Accessible.ignored: !root.enabled
            Accessible.name: qsTr("%1 to %2: %3").arg(span.since).arg(span.until).arg(span.summary)
            focusPolicy: Qt.TabFocus
            height: Theme.target
            width: root.width * span.length
            x: root.width * span.start
            z: span.chosen ? 1 : 0

            background: Rectangle {
                border.color: span.chosen ? Theme.accent : Theme.card
                border.width: Math.max(Theme.unit * (span.chosen ? 0.5 : 0.18), 1)
                color: !span.open ? Theme.line : span.count > 0 ? Theme.quiet : Theme.alarmGround
            }

            Keys.onEnterPressed: span.click()
            Keys.onReturnPressed: span.click()
            onClicked: root.day.choose(span.index)

            Text {
                id: words

                Accessible.ignored: true
                anchors.centerIn: parent
                color: Theme.ink
                font.pixelSize: Math.round(Theme.label * 0.9)
                text: span.summary
                visible: implicitWidth < parent.width - Theme.label * 0.4
            }
            Text {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: Theme.ink
                font.pixelSize: Math.round(Theme.label * 0.9)
                text: span.count
                visible: span.open && !words.visible && implicitWidth < parent.width
            }
            FocusRing {
                control: span
                inset: Theme.unit * 0.6
            }
        }
    }
    Repeater {
        // Every third hour: all of them would not be readable.
        model: 9

        Text {
            readonly property real at: root.width * index / 8
            required property int index

            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Math.round(Theme.label * 0.85)
            text: index * 3
            x: Math.max(Math.min(at - width / 2, root.width - width), 0)
            y: Theme.target + Theme.label * 0.2
        }
    }
}
