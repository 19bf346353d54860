import kiosk.bridge

// The way into the panel.
PinPad {
    id: root

    required property StaffPanel staff

    busy: root.staff.busy || root.staff.pad.busy
    pad: root.staff.pad

    onDismissed: root.staff.leave()
}
