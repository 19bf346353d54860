pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import kiosk.bridge
import "../../../kiosk/ui/components"

TestCase {
    id: root

    readonly property Item focused: root.Window.activeFocusItem
    property bool open: false

    function init(): void {
        root.open = false;
        beneath.forceActiveFocus(Qt.TabFocusReason);
        tryCompare(root, "focused", beneath);
    }
    function rings(item: Item): int {
        return Array.from(item.children).reduce((sum, child) => sum + root.rings(child), item instanceof FocusRing && item.visible ? 1 : 0);
    }
    function test_a_tap_beside_it_dismisses_it(): void {
        root.open = true;
        mouseClick(root, 5, 5);
        verify(!root.open);
    }
    function test_escape_dismisses_it(): void {
        root.open = true;
        tryVerify(() => root.focused.text === "Leave it");
        keyClick(Qt.Key_Escape);
        verify(!root.open);
    }
    function test_the_focus_comes_back(): void {
        root.open = true;
        tryVerify(() => root.focused.text === "Leave it");
        keyClick(Qt.Key_Space);
        verify(!root.open);
        tryCompare(root, "focused", beneath);
        compare(root.rings(root), 1);
    }
    function test_the_focus_stays_within(): void {
        root.open = true;
        tryVerify(() => root.focused.text === "Leave it");
        compare(root.rings(root), 1);
        const seen = [];
        for (let turn = 0; turn < 5; ++turn) {
            keyClick(Qt.Key_Tab);
            seen.push(root.focused.text);
        }
        compare(seen, ["Bring it in", "Leave it", "Bring it in", "Leave it", "Bring it in"]);
        keyClick(Qt.Key_Backtab);
        compare(root.focused.text, "Leave it");
    }

    height: 700
    name: "Sheet"
    visible: true
    when: windowShown
    width: 900

    FocusReturn {
        covered: root.open
    }
    Item {
        anchors.fill: parent
        enabled: !root.open

        Pill {
            id: beneath

            text: "Bring it back"
        }
        Pill {
            text: "Another"
            y: 300
        }
    }
    Loader {
        active: root.open
        anchors.fill: parent

        sourceComponent: Sheet {
            onDismissed: root.open = false

            Pill {
                text: "Leave it"

                onClicked: root.open = false
            }
            Pill {
                text: "Bring it in"
            }
        }
    }
}
