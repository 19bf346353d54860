import QtQuick

// A plain shape behind text: a card, a rule, a bullet.
Rectangle {
    id: root

    required property color colour
    required x
    required y
    required width
    required height
    required radius

    color: root.colour
    antialiasing: root.radius > 0
    Accessible.ignored: true
}
