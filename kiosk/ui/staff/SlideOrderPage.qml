pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The panel's first page: all slides in their order, and the chosen one beside them (beneath them in portrait).
Item {
    id: root

    required property SessionControls controls
    readonly property real edge: root.metrics.unit * (root.portrait ? 3.4 : 4.4)
    readonly property Metrics metrics: root.controls.metrics
    readonly property SlideOrderModel order: root.staff.order
    // What lies over the page: "", "more", "discard" or "when".
    property string over: ""
    readonly property bool portrait: root.metrics.portrait
    required property StaffPanel staff
    property bool typing: false

    StaffHeader {
        id: header

        controls: root.controls
        title: qsTr("Slide order")
        width: parent.width

        corner: HeaderPill {
            controls: root.controls
            primary: true
            text: qsTr("Save and close")

            onPressed: root.staff.saveAndClose()
        }

        HeaderPill {
            controls: root.controls
            description: qsTr("Undo")
            enabled: root.order.canUndo
            icon: "undo"

            onPressed: root.order.undo()
        }
        HeaderPill {
            controls: root.controls
            description: qsTr("Redo")
            enabled: root.order.canRedo
            icon: "redo"

            onPressed: root.order.redo()
        }
        HeaderPill {
            controls: root.controls
            description: qsTr("Announcement")
            icon: "megaphone"
            text: header.roomy ? description : ""

            onPressed: root.staff.open("announcement")
        }
        HeaderPill {
            controls: root.controls
            description: qsTr("Settings")
            icon: "settings"
            text: header.roomy ? description : ""

            onPressed: root.staff.open("settings")
        }
        HeaderPill {
            controls: root.controls
            description: qsTr("More pages")
            icon: "menu"

            onPressed: root.over = "more"
        }
        HeaderPill {
            controls: root.controls
            enabled: root.order.dirty
            text: qsTr("Discard")

            onPressed: root.over = "discard"
        }
    }
    SlideList {
        id: list

        controls: root.controls
        height: (root.typing ? keyboard.y : root.portrait ? detail.y : root.height) - y
        order: root.order
        width: root.portrait ? root.width - 2 * root.edge : (root.width - 2 * root.edge) * (root.width > root.height * 1.7 ? 0.62 : 0.56)
        x: root.edge
        y: header.height + root.edge * 0.6

        onSearchAsked: {
            root.typing = true;
            list.field.forceActiveFocus();
        }
    }
    SlideDetailCard {
        id: detail

        controls: root.controls
        height: root.portrait ? root.height * 0.38 : root.height - header.height
        order: root.order
        width: root.width - x - root.edge
        x: root.portrait ? root.edge : list.x + list.width + root.edge * 0.7
        y: root.portrait ? root.height - height : header.height

        onWhenAsked: root.over = "when"
    }
    Rectangle {
        id: keyboard

        color: root.controls.palette.desk
        height: keys.implicitHeight + 2 * root.metrics.gap
        visible: root.typing
        width: root.width
        y: root.height - height

        MouseArea {
            anchors.fill: parent
        }
        TouchKeyboard {
            id: keys

            anchors.fill: parent
            anchors.margins: root.metrics.gap
            controls: root.controls
            letters: root.staff.announcing.letters

            onErased: list.field.remove(list.field.cursorPosition - 1, list.field.cursorPosition)
            onFinished: root.typing = false
            onTyped: text => list.field.insert(list.field.cursorPosition, text)
        }
    }
    Loader {
        active: root.over === "when"
        anchors.fill: parent

        sourceComponent: WhenSheet {
            chosen: root.order.chosen
            controls: root.controls

            onDismissed: root.over = ""
        }
    }
    Loader {
        active: root.over === "more"
        anchors.fill: parent

        sourceComponent: MorePages {
            controls: root.controls

            onAsked: page => {
                root.over = "";
                root.staff.open(page);
            }
            onDismissed: root.over = ""
        }
    }
    Loader {
        active: root.over === "discard"
        anchors.fill: parent

        sourceComponent: Question {
            controls: root.controls
            no: qsTr("Keep editing")
            text: qsTr("Everything goes back to what was last saved.")
            title: qsTr("Discard all changes?")
            yes: qsTr("Discard")

            onAnswered: wanted => {
                root.over = "";
                if (wanted)
                    root.staff.discard();
            }
        }
    }
}
