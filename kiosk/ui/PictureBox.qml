import QtQuick

// A picture that was decoded at exactly this size.
Image {
    id: root

    required property string file
    required property string name
    required property int number
    required x
    required y
    required width
    required height
    property bool tappable: false

    signal tapped(int number)

    source: root.file ? "image://slides/" + root.file : ""
    cache: false
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name
    Accessible.onPressAction: root.tapped(root.number)

    TapHandler {
        enabled: root.tappable
        acceptedButtons: Qt.LeftButton
        longPressThreshold: 0
        onTapped: root.tapped(root.number)
    }
}
