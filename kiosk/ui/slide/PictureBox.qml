import QtQuick

// A picture that was decoded at exactly this size.
Image {
    id: root

    required height
    required property string key
    required property string name
    required property int number
    property bool tappable: false
    required width
    required x
    required y

    signal tapped(int number)

    Accessible.name: root.name
    Accessible.role: Accessible.Graphic
    cache: false
    source: root.key ? "image://slides/" + root.key : ""

    Accessible.onPressAction: root.tapped(root.number)

    TapHandler {
        acceptedButtons: Qt.LeftButton
        enabled: root.tappable
        longPressThreshold: 0

        onTapped: root.tapped(root.number)
    }
}
