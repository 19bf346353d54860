import QtQuick

// One of the program's icons, drawn in a colour of the theme.
Image {
    id: root

    required property string name
    required property color tint
    property real side: 24

    width: side
    height: side
    sourceSize: Qt.size(side, side)
    source: root.name ? "image://icons/" + root.name + "/" + root.tint.toString().slice(-6) : ""
    Accessible.ignored: true
}
