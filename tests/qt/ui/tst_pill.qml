import QtQuick
import QtTest
import kiosk.bridge
import "../../../kiosk/ui/components"

TestCase {
    id: root

    function init(): void {
        clicked.clear();
        pill.available = true;
        pill.forceActiveFocus();
    }
    function test_a_finger_that_is_lifted_on_it_presses_it(): void {
        mousePress(pill, 10, 10);
        compare(clicked.count, 0);
        mouseRelease(pill, 12, 12);
        compare(clicked.count, 1);
    }
    function test_a_finger_that_slides_off_does_not(): void {
        mousePress(pill, 10, 10);
        mouseMove(pill, 10, pill.height + 50);
        mouseRelease(pill, 10, pill.height + 50);
        compare(clicked.count, 0);
    }
    function test_keys_press_it(data: var): void {
        keyClick(data.key);
        compare(clicked.count, 1);
    }
    function test_keys_press_it_data(): var {
        return [
            {
                tag: "Space",
                key: Qt.Key_Space
            },
            {
                tag: "Return",
                key: Qt.Key_Return
            },
            {
                tag: "Enter",
                key: Qt.Key_Enter
            }
        ];
    }
    function test_what_makes_no_sense_now_cannot_be_pressed(): void {
        pill.available = false;
        mouseClick(pill);
        compare(clicked.count, 0);
        verify(pill.opacity < 1);
    }

    height: 300
    name: "Pill"
    visible: true
    when: windowShown
    width: 400

    Pill {
        id: pill

        text: "Next"
    }
    SignalSpy {
        id: clicked

        signalName: "clicked"
        target: pill
    }
}
