import QtQuick

// One of the program's icons, drawn in a colour of the theme.
Image {
    id: root

    required property string name
    property real side: 24
    required property color tint

    Accessible.ignored: true
    height: side
    source: root.name ? "image://icons/" + root.name + "/" + root.tint.toString().slice(-6) : ""
    sourceSize: Qt.size(side, side)
    width: side
}
