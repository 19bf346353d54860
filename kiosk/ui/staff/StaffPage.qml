import QtQuick
import kiosk.bridge

// A page of the panel behind the slide order: the head with its way back, and room below for what it is about.
Rectangle {
    id: root

    default property alias content: body.data
    required property SessionControls controls
    readonly property Metrics metrics: root.controls.metrics
    // What lies over the whole page while it asks something.
    property alias over: cover.data
    readonly property real pad: root.metrics.unit * 3.4
    // Whether what is done here is saved with "Save and close".
    property bool saves: false
    property string title: ""

    signal saved
    signal wentBack

    color: root.controls.palette.desk

    MouseArea {
        anchors.fill: parent
    }
    Item {
        id: body

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: root.pad
        anchors.right: parent.right
        anchors.top: head.bottom
    }
    StaffHeader {
        id: head

        canGoBack: true
        controls: root.controls
        title: root.title
        width: parent.width

        corner: HeaderPill {
            controls: root.controls
            primary: true
            text: qsTr("Save and close")
            visible: root.saves

            onPressed: root.saved()
        }

        onWentBack: root.wentBack()
    }
    Item {
        id: cover

        anchors.fill: parent
    }
}
