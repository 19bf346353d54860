import QtQuick
import QtTest
import kiosk.bridge
import "../../../kiosk/ui/components"

TestCase {
    id: root

    property int seconds: 10

    function init(): void {
        root.seconds = 10;
        stepper.canGrow = true;
        stepper.forceActiveFocus();
    }
    function test_at_its_end_there_is_nothing_to_press(): void {
        stepper.canGrow = false;
        mouseClick(stepper, stepper.width - 10, stepper.height / 2);
        compare(root.seconds, 10);
        mouseClick(stepper, 10, stepper.height / 2);
        compare(root.seconds, 9);
    }
    function test_tab_leads_from_less_to_more(): void {
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        compare(root.seconds, 9);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Space);
        compare(root.seconds, 11);
    }

    height: 300
    name: "Stepper"
    visible: true
    when: windowShown
    width: 600

    FocusScope {
        height: parent.height
        width: parent.width

        Stepper {
            id: stepper

            description: "Time on screen"
            value: root.seconds

            onGrown: root.seconds += 1
            onLessened: root.seconds -= 1
        }
    }
}
