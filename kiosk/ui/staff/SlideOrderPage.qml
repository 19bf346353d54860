pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import "../components"

// The panel's first page: all slides in their order, and the chosen one beside them (beneath them in portrait).
FocusScope {
    id: root

    // The layer over the page.
    enum Over {
        Nothing,
        When,
        More,
        Discard
    }

    readonly property real edge: Theme.unit * (root.portrait ? 3.4 : 4.4)
    readonly property SlideOrderModel order: root.staff.order
    property int over: SlideOrderPage.Over.Nothing
    readonly property bool portrait: Theme.portrait
    required property StaffPanel staff
    property bool typing: false

    FocusReturn {
        covered: root.over !== SlideOrderPage.Over.Nothing
    }
    Item {
        id: page

        anchors.fill: parent
        enabled: root.over === SlideOrderPage.Over.Nothing

        SlideOrderHeader {
            id: header

            staff: root.staff
            width: parent.width

            onDiscardAsked: root.over = SlideOrderPage.Over.Discard
            onMoreAsked: root.over = SlideOrderPage.Over.More
        }
        SlideList {
            id: list

            height: (root.typing ? keyboard.y : root.portrait ? detail.y : root.height) - y
            order: root.order
            width: root.portrait ? root.width - 2 * root.edge : (root.width - 2 * root.edge) * (root.width > root.height * 1.7 ? 0.62 : 0.56)
            x: root.edge
            y: header.height + root.edge * 0.6

            onSearchAsked: {
                root.typing = true;
                list.field.forceActiveFocus();
            }
        }
        SlideDetailCard {
            id: detail

            height: root.portrait ? root.height * 0.38 : root.height - header.height
            order: root.order
            width: root.width - x - root.edge + ring
            x: (root.portrait ? root.edge : list.x + list.width + root.edge * 0.7) - ring
            y: root.portrait ? root.height - height : header.height

            onWhenAsked: root.over = SlideOrderPage.Over.When
        }
        Rectangle {
            id: keyboard

            color: Theme.desk
            height: keys.implicitHeight + 2 * Theme.gap
            visible: root.typing
            width: root.width
            y: root.height - height

            MouseArea {
                anchors.fill: parent
            }
            TouchKeyboard {
                id: keys

                anchors.fill: parent
                anchors.margins: Theme.gap
                letters: root.staff.announcing.letters

                onErased: list.field.erase()
                onFinished: root.typing = false
                onTyped: text => list.field.type(text)
            }
        }
    }
    Loader {
        active: root.over === SlideOrderPage.Over.When
        anchors.fill: parent

        sourceComponent: WhenSheet {
            chosen: root.order.chosen

            onDismissed: root.over = SlideOrderPage.Over.Nothing
        }
    }
    Loader {
        active: root.over === SlideOrderPage.Over.More
        anchors.fill: parent

        sourceComponent: MorePages {
            onAsked: page => {
                root.over = SlideOrderPage.Over.Nothing;
                root.staff.open(page);
            }
            onDismissed: root.over = SlideOrderPage.Over.Nothing
        }
    }
    Loader {
        active: root.over === SlideOrderPage.Over.Discard
        anchors.fill: parent

        sourceComponent: Question {
            no: qsTr("Keep editing")
            text: qsTr("Everything goes back to what was last saved.")
            title: qsTr("Discard all changes?")
            yes: qsTr("Discard")

            onAnswered: wanted => {
                root.over = SlideOrderPage.Over.Nothing;
                if (wanted)
                    root.staff.discard();
            }
        }
    }
}
