pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import kiosk.bridge

// One page of a slide: its boxes, drawn where the layout put them.
Rectangle {
    id: root

    required property ListModel boxes
    property bool inFront: true
    // Pictures and words answer to a tap.
    property bool tappable: false

    signal pictureTapped(int number)
    signal wordTapped(string word)

    clip: true
    color: Theme.paper
    enabled: root.inFront

    Repeater {
        model: root.boxes

        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "text"

                TextBox {
                }
            }
            DelegateChoice {
                roleValue: "panel"

                ShapeBox {
                }
            }
            DelegateChoice {
                roleValue: "disc"

                ShapeBox {
                    radius: width / 2
                }
            }
            DelegateChoice {
                roleValue: "picture"

                PictureBox {
                    tappable: root.tappable

                    onTapped: number => root.pictureTapped(number)
                }
            }
            DelegateChoice {
                roleValue: "code"

                PictureBox {
                }
            }
            DelegateChoice {
                roleValue: "term"

                TermBox {
                    tappable: root.tappable
                    target: Theme.target

                    onTapped: word => root.wordTapped(word)
                }
            }
        }
    }
}
