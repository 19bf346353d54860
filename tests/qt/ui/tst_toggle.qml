import QtQuick
import QtTest
import kiosk.bridge
import "../../../kiosk/ui/components"

TestCase {
    id: root

    // The program's state, which may refuse a change.
    property bool on: false

    function init(): void {
        root.on = false;
        clicked.clear();
        toggle.forceActiveFocus();
    }
    function test_a_press_asks_for_a_change_and_makes_none(): void {
        mouseClick(toggle);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        compare(clicked.count, 3);
        verify(!toggle.checked);
    }
    function test_it_follows_the_program_ever_after(): void {
        mouseClick(toggle);
        root.on = true;
        verify(toggle.checked);
        mouseClick(toggle);
        verify(toggle.checked);
        root.on = false;
        verify(!toggle.checked);
    }

    height: 300
    name: "Toggle"
    visible: true
    when: windowShown
    width: 400

    Toggle {
        id: toggle

        checked: root.on
        description: "Reduced motion"
    }
    SignalSpy {
        id: clicked

        signalName: "clicked"
        target: toggle
    }
}
