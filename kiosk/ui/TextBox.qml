import QtQuick

// Text as the layout measured it. The markup is the program's own; what an author wrote in it is escaped.
Text {
    id: root

    required property string html
    required property real size
    required property int weight
    required property real spacing
    required property string align
    required property color colour
    required property string name
    required property bool heading
    required x
    required y
    required width
    required height

    text: root.html
    textFormat: Text.RichText
    wrapMode: Text.Wrap
    color: root.colour
    font.pixelSize: Math.max(Math.round(root.size), 1)
    font.weight: root.weight
    font.letterSpacing: root.spacing
    LayoutMirroring.enabled: false
    horizontalAlignment: root.align === "right" ? Text.AlignRight : root.align === "center" ? Text.AlignHCenter : Text.AlignLeft
    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.name
}
