pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge

// The panel's own keyboard. Every key is as large as a finger, so a narrow screen has fewer of them in a row.
Item {
    id: root

    // "More" holds the letters beyond a to z.
    enum Sheet {
        Letters,
        Signs,
        More
    }

    readonly property int columns: Math.max(Math.min(Math.floor((root.width + root.gap) / (Theme.target + root.gap)), 10), 5)
    readonly property real gap: Theme.gap
    readonly property real key: Math.min((root.width + root.gap) / root.columns - root.gap, Theme.target * 1.6)
    readonly property list<string> letterRows: root.wide ? ["qwertyuiop", "asdfghjkl", "zxcvbnm"] : root.cut("abcdefghijklmnopqrstuvwxyz")
    // The letters that the installed languages need beyond a to z.
    required property string letters
    // The label of the key for more letters, after the sheet that it leads to: their first page, the next one, or back to a to z.
    readonly property string moreKey: root.sheet !== TouchKeyboard.Sheet.More ? root.letters.slice(0, 3) : root.morePage + 1 < root.morePages ? root.moreRows[(root.morePage + 1) * root.letterRows.length].slice(0, 3) : "abc"
    property int morePage: 0
    readonly property int morePages: Math.ceil(root.moreRows.length / root.letterRows.length)
    readonly property list<string> moreRows: root.cut(root.letters)
    readonly property list<string> rows: {
        if (root.sheet === TouchKeyboard.Sheet.Signs)
            return root.cut("1234567890.,:;!?’-–/&%+()€$£#@");
        if (root.sheet === TouchKeyboard.Sheet.More)
            return root.moreRows.slice(root.morePage * root.letterRows.length, (root.morePage + 1) * root.letterRows.length);
        return root.letterRows;
    }
    property int sheet: TouchKeyboard.Sheet.Letters
    property bool shifted: false
    readonly property int smallKeys: root.letters !== "" ? 4 : 3
    readonly property bool wide: root.columns === 10

    signal erased
    signal finished
    signal typed(string text)

    function cut(signs: string): list<string> {
        const rows = [];
        for (let at = 0; at < signs.length; at += root.columns)
            rows.push(signs.slice(at, at + root.columns));
        return rows;
    }
    function span(keys: int): real {
        return keys * (root.key + root.gap) - root.gap;
    }
    function turn(): void {
        if (root.sheet === TouchKeyboard.Sheet.More && root.morePage + 1 < root.morePages) {
            root.morePage += 1;
        } else {
            root.morePage = 0;
            root.sheet = root.sheet === TouchKeyboard.Sheet.More ? TouchKeyboard.Sheet.Letters : TouchKeyboard.Sheet.More;
        }
    }
    function type(sign: string): void {
        root.typed(root.shifted ? sign.toUpperCase() : sign);
        root.shifted = false;
    }

    implicitHeight: (root.letterRows.length + (root.wide ? 1 : 2)) * (Theme.target + root.gap) - root.gap

    Column {
        anchors.bottom: root.wide ? functions.top : ownRow.top
        anchors.bottomMargin: root.gap
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.gap

        Repeater {
            model: root.rows

            Row {
                id: line

                required property string modelData

                LayoutMirroring.enabled: false
                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: root.gap

                Repeater {
                    model: line.modelData.split("")

                    KeyPill {
                        required property string modelData

                        text: root.shifted ? modelData.toUpperCase() : modelData
                        width: root.key

                        onClicked: root.type(modelData)
                    }
                }
            }
        }
    }
    KeyPill {
        id: ownRow

        anchors.bottom: functions.top
        anchors.bottomMargin: root.gap
        anchors.horizontalCenter: parent.horizontalCenter
        description: qsTr("Space")
        visible: !root.wide
        width: root.span(root.columns)

        onClicked: root.typed(" ")
    }
    Row {
        id: functions

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.gap

        KeyPill {
            checkable: true
            checked: root.shifted
            description: qsTr("Capital letter")
            icon.name: "shift"
            width: root.key

            onClicked: root.shifted = !root.shifted
        }
        KeyPill {
            description: root.sheet === TouchKeyboard.Sheet.Signs ? qsTr("Letters") : qsTr("Numbers and signs")
            text: root.sheet === TouchKeyboard.Sheet.Signs ? "abc" : "123"
            width: root.key

            onClicked: root.sheet = root.sheet === TouchKeyboard.Sheet.Signs ? TouchKeyboard.Sheet.Letters : TouchKeyboard.Sheet.Signs
        }
        KeyPill {
            description: root.moreKey === "abc" ? qsTr("Letters") : qsTr("More letters")
            text: root.moreKey
            visible: root.letters !== ""
            width: root.key

            onClicked: root.turn()
        }
        KeyPill {
            description: qsTr("Space")
            visible: root.wide
            width: root.span(root.columns - root.smallKeys - 2)

            onClicked: root.typed(" ")
        }
        KeyPill {
            description: qsTr("Delete the last letter")
            icon.name: "backspace"
            width: root.key

            onClicked: root.erased()
        }
        KeyPill {
            description: qsTr("Close the keyboard")
            icon.name: "check"
            primary: true
            width: root.span(root.wide ? 2 : root.columns - root.smallKeys)

            onClicked: root.finished()
        }
    }
}
