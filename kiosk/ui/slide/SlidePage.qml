pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import kiosk.bridge

// One page of a slide: its boxes, drawn where the layout put them.
Rectangle {
    id: root

    required property ListModel boxes
    required property Palette colours
    property bool inFront: true
    required property Metrics metrics
    // Whether pictures and words answer to a tap.
    property bool tappable: false

    signal pictureTapped(int number)
    signal wordTapped(string word)

    Accessible.ignored: !root.inFront
    clip: true
    color: root.colours.paper

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
                    target: root.metrics.target

                    onTapped: word => root.wordTapped(word)
                }
            }
        }
    }
}
