import QtQuick
import kiosk.bridge

// A large button. It acts when the finger is lifted on it; sliding off cancels.
Rectangle {
    id: root

    required property Controls controls
    property string text: ""
    property string icon: ""
    property bool iconAfter: false
    property bool primary: false
    property bool checked: false
    property string description: root.text
    property color ground: root.primary ? root.controls.palette.accent : root.controls.palette.quiet
    property color ink: root.primary ? root.controls.palette.onAccent : root.controls.palette.onQuiet
    property real side: root.primary ? root.controls.metrics.primary : root.controls.metrics.target
    property real pad: root.controls.metrics.label * 0.8
    property real textSize: root.controls.metrics.label

    signal pressed

    implicitHeight: root.side
    implicitWidth: Math.max(root.side, content.implicitWidth + 2 * root.pad)
    radius: height / 2
    color: tap.pressed ? Qt.darker(root.ground, 1.12) : root.ground
    border.width: root.checked || root.activeFocus ? Math.max(root.controls.metrics.unit * 0.35, 2) : 0
    border.color: root.controls.palette.accent
    opacity: root.enabled ? 1 : 0.35
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: root.description
    Accessible.checked: root.checked
    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Row {
        id: content
        anchors.centerIn: parent
        spacing: root.controls.metrics.label * 0.4
        layoutDirection: root.iconAfter !== root.controls.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        LayoutMirroring.enabled: false

        Icon {
            visible: root.icon !== ""
            name: root.icon
            tint: root.ink
            side: root.controls.metrics.label * 1.15
            anchors.verticalCenter: parent.verticalCenter
            mirror: root.controls.mirrored && (root.icon === "next" || root.icon === "back")
        }
        Text {
            visible: root.text !== ""
            text: root.text
            textFormat: Text.PlainText
            color: root.ink
            font.pixelSize: Math.round(root.textSize)
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }

    TapHandler {
        id: tap
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: root.pressed()
    }
}
