import QtQuick

// A picture that was decoded at exactly this size. It answers to a tap while a patient reads.
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

    Accessible.ignored: root.tappable || !(parent?.enabled ?? true)
    Accessible.name: root.name
    Accessible.role: Accessible.Graphic
    cache: false
    source: root.key ? "image://slides/" + root.key : ""

    TapPlace {
        // A picture may fill the page to its edges.
        inset: 1
        name: root.name
        wanted: root.tappable

        onTapped: root.tapped(root.number)
    }
}
