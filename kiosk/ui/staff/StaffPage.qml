import QtQuick
import kiosk.bridge
import "../components"

// A page of the panel behind the slide order: the head with its way back, and room below for what it is about.
FocusScope {
    id: root

    // What can be done, in the head.
    property alias actions: head.actions
    default property alias content: body.data
    // Something lies over the page and asks.
    property bool covered: false
    // The layer over the whole page while it asks something.
    property alias over: cover.data
    readonly property real pad: Theme.unit * 3.4
    // What is done here is saved with "Save and close".
    property bool saves: false
    required property StaffPanel staff
    property string title: ""

    // "Save and close" was pressed; it is about to save.
    signal saving

    Rectangle {
        anchors.fill: parent
        color: Theme.desk
    }
    MouseArea {
        anchors.fill: parent
    }
    FocusReturn {
        covered: root.covered
    }
    StaffHeader {
        id: head

        canGoBack: true
        enabled: !root.covered
        title: root.title
        width: parent.width

        corner: HeaderPill {
            primary: true
            text: qsTr("Save and close")
            visible: root.saves

            onClicked: {
                root.saving();
                root.staff.saveAndClose();
            }
        }

        onWentBack: root.staff.open(StaffPanel.Page.Slides)
    }
    Item {
        id: body

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: root.pad
        anchors.right: parent.right
        anchors.top: head.bottom
        enabled: !root.covered
    }
    Item {
        id: cover

        anchors.fill: parent
    }
}
