import QtQuick

// A plain shape behind text: a card, a rule, a bullet.
Rectangle {
    id: root

    required property color colour
    required height
    required radius
    required width
    required x
    required y

    Accessible.ignored: true
    antialiasing: root.radius > 0
    color: root.colour
}
