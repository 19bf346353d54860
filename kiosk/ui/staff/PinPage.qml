import kiosk.bridge

// The way into the panel.
PinPad {
    id: root

    required property StaffPanel staff

    pad: root.staff.pad

    onDismissed: root.staff.leave()
}
