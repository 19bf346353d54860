pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import kiosk.bridge

// One page of a slide: its boxes, drawn where the layout put them.
Rectangle {
    id: root

    required property Rows boxes
    required property Controls controls
    property bool inFront: true

    color: root.controls.palette.paper
    clip: true
    Accessible.ignored: !root.inFront

    Repeater {
        model: root.boxes
        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "text"
                TextBox {}
            }
            DelegateChoice {
                roleValue: "panel"
                ShapeBox {}
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
                    onTapped: number => root.controls.showPicture(number)
                    tappable: root.controls.mode === "session"
                }
            }
            DelegateChoice {
                roleValue: "code"
                PictureBox {}
            }
            DelegateChoice {
                roleValue: "term"
                TermBox {
                    target: root.controls.metrics.target
                    tappable: root.controls.mode === "session"
                    onTapped: word => root.controls.showWord(word)
                }
            }
        }
    }
}
