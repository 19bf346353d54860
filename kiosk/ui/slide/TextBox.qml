import QtQuick

// Text as the layout measured it. The markup is the program's own; what an author wrote in it is escaped.
Text {
    id: root

    required property string align
    required property color colour
    required property bool heading
    required height
    required property string html
    required property string name
    required property real size
    required property real spacing
    required property int weight
    required width
    required x
    required y

    Accessible.ignored: !enabled
    Accessible.name: root.name
    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    LayoutMirroring.enabled: false
    color: root.colour
    font.letterSpacing: root.spacing
    font.pixelSize: Math.max(Math.round(root.size), 1)
    font.weight: root.weight
    horizontalAlignment: root.align === "right" ? Text.AlignRight : root.align === "center" ? Text.AlignHCenter : Text.AlignLeft
    text: root.html
    textFormat: Text.RichText
    wrapMode: Text.Wrap
}
