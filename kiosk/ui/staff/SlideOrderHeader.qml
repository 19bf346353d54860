pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// The actions on the panel's first page.
StaffHeader {
    id: root

    readonly property SlideOrderModel order: root.staff.order
    required property StaffPanel staff

    signal discardAsked
    signal moreAsked

    title: qsTr("Slide order")

    corner: HeaderPill {
        primary: true
        text: qsTr("Save and close")

        onClicked: root.staff.saveAndClose()
    }

    HeaderPill {
        available: root.order.canUndo
        description: qsTr("Undo")
        icon.name: "undo"

        onClicked: root.order.undo()
    }
    HeaderPill {
        available: root.order.canRedo
        description: qsTr("Redo")
        icon.name: "redo"

        onClicked: root.order.redo()
    }
    HeaderPill {
        description: qsTr("Announcement")
        icon.name: "megaphone"
        text: root.roomy ? description : ""

        onClicked: root.staff.open(StaffPanel.Page.Announcement)
    }
    HeaderPill {
        description: qsTr("Settings")
        icon.name: "settings"
        text: root.roomy ? description : ""

        onClicked: root.staff.open(StaffPanel.Page.Settings)
    }
    HeaderPill {
        description: qsTr("More pages")
        icon.name: "menu"

        onClicked: root.moreAsked()
    }
    HeaderPill {
        available: root.order.dirty
        text: qsTr("Discard")

        onClicked: root.discardAsked()
    }
}
