pragma ComponentBehavior: Bound
import QtQuick

// A button over what it lies in, made when it is wanted: buttons are read when a session begins, and cost a start nothing.
Loader {
    id: root

    property real inset: 0
    property bool link: false
    property Item mask: null
    required property string name
    property real radius: 0
    required property bool wanted

    signal tapped

    function make(): void {
        if (root.wanted)
            root.setSource("BoxButton.qml", {
                "inset": root.inset,
                "link": root.link,
                "mask": root.mask,
                "name": root.name,
                "radius": root.radius
            });
        else
            root.setSource("");
    }

    anchors.fill: parent

    Component.onCompleted: root.make()
    onWantedChanged: root.make()

    Connections {
        function onClicked(): void {
            root.tapped();
        }

        ignoreUnknownSignals: true
        target: root.item
    }
}
