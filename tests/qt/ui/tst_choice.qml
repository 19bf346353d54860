import QtQuick
import QtTest
import kiosk.bridge
import "../../../kiosk/ui/components"

TestCase {
    id: root

    property int chosen: 0

    function test_only_the_program_chooses(): void {
        mouseClick(second);
        verify(first.checked && !second.checked);
        compare(second.ground, Theme.quiet);
        root.chosen = 1;
        verify(!first.checked && second.checked);
        compare(second.ground, Theme.accent);
        mouseClick(second);
        verify(second.checked);
    }

    height: 300
    name: "Choice"
    visible: true
    when: windowShown
    width: 600

    Row {
        Choice {
            id: first

            chosen: root.chosen === 0
            text: "30 minutes"
        }
        Choice {
            id: second

            chosen: root.chosen === 1
            text: "1 hour"
        }
    }
}
