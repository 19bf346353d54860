import QtQuick
import kiosk.bridge

// A large button. It acts when the finger is lifted on it; sliding off cancels.
Rectangle {
    id: root

    property bool checked: false
    required property SessionControls controls
    property string description: root.text
    property color ground: root.primary ? root.controls.palette.accent : root.controls.palette.quiet
    property string icon: ""
    property bool iconAfter: false
    property color ink: root.primary ? root.controls.palette.onAccent : root.controls.palette.onQuiet
    property real pad: root.controls.metrics.label * 0.8
    property bool primary: false
    property real side: root.primary ? root.controls.metrics.primary : root.controls.metrics.target
    property string text: ""
    property real textSize: root.controls.metrics.label

    signal pressed

    Accessible.checked: root.checked
    Accessible.name: root.description
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    border.color: root.controls.palette.accent
    border.width: root.checked || root.activeFocus ? Math.max(root.controls.metrics.unit * 0.35, 2) : 0
    color: tap.pressed ? Qt.darker(root.ground, 1.12) : root.ground
    implicitHeight: root.side
    implicitWidth: Math.max(root.side, content.implicitWidth + 2 * root.pad)
    opacity: root.enabled ? 1 : 0.35
    radius: height / 2

    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Row {
        id: content

        LayoutMirroring.enabled: false
        anchors.centerIn: parent
        layoutDirection: root.iconAfter !== root.controls.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        spacing: root.controls.metrics.label * 0.4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            mirror: root.controls.mirrored && (root.icon === "next" || root.icon === "back")
            name: root.icon
            side: root.controls.metrics.label * 1.15
            tint: root.ink
            visible: root.icon !== ""
        }
        Text {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.pixelSize: Math.round(root.textSize)
            font.weight: Font.DemiBold
            text: root.text
            textFormat: Text.PlainText
            visible: root.text !== ""
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
