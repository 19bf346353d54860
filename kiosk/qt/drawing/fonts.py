"""The fonts, and the measure of text set in them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QTextDocument, QTextOption

from kiosk.core.layout.display_list import Style
from kiosk.core.paths import RESOURCES

FAMILY = "Atkinson Hyperlegible Next"
# The letters of all texts whose heights are remembered; then it starts afresh, so that hostile slides fill no memory.
MOST_REMEMBERED = 2_000_000
# Scripts that the family lacks come from these, loaded when a language needs them.
FALLBACKS = {"ar": "Noto Sans Arabic", "fa": "Noto Sans Arabic", "ur": "Noto Sans Arabic"}


def load_fonts() -> None:
    """Makes the bundled family the application's font."""
    for file in sorted((RESOURCES / "fonts").glob("atkinson-*.woff2")):
        QFontDatabase.addApplicationFont(str(file))
    QGuiApplication.setFont(_font_of(families=(FAMILY,)))


@lru_cache
def load_script(language: str) -> None:
    """Adds the font that a language's script needs, if the application's own lacks it."""
    family = FALLBACKS.get(language.partition("-")[0])
    if family:
        for file in sorted((RESOURCES / "fonts").glob(f"{family.lower().replace(' ', '-')}-*.woff2")):
            QFontDatabase.addApplicationFont(str(file))
        QGuiApplication.setFont(_font_of(families=(FAMILY, family)))


def load_words(application: QCoreApplication, language: str) -> QTranslator:
    """Has the interface speak a language, as far as it is translated. The translator ends it when it is removed."""
    translator = QTranslator(application)
    if translator.load(str(RESOURCES / "translations" / f"kiosk_{language}.qm")):
        application.installTranslator(translator)
    return translator


def name_of(language: str) -> str:
    """A language's name in that language, with a capital: "Español"."""
    # Qt's locale data name the territory's variety for these ("American English"); a patient looks for the plain name.
    plain = {"en": "English", "es": "Español"}.get(language, QLocale(language).nativeLanguageName() or language)
    return plain[:1].upper() + plain[1:]


def _font_of(families: tuple[str, ...]) -> QFont:
    font = QFont(list(families))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class FontMeasure:
    """Sets text as Qt Quick's rich text does, without drawing it. Made for use in one thread."""

    def __init__(self) -> None:
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._present: tuple[str, Style, float] | None = None
        self._heights: dict[tuple[str, Style, float], float] = {}
        self._words: dict[tuple[str, int], float] = {}
        self._remembered = 0

    def height(self, markup: str, style: Style, width: float) -> float:
        key = (markup, style, width)
        if key not in self._heights:
            self._remember(markup)
            self._set(markup, style, width)
            self._heights[key] = self._document.size().height()
        return self._heights[key]

    def widest_word(self, text: str, style: Style) -> float:
        key = (text, style.weight)
        if key not in self._words:
            self._remember(text)
            metrics = QFontMetricsF(font(Style(100.0, style.weight)))
            self._words[key] = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0) / 100
        return self._words[key] * style.size

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        self._set(markup, style, width)
        # Laying out happens on demand: asking for the size makes sure of it.
        self._document.size()
        block = self._document.begin()
        layout = block.layout()
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        places = []
        # From the line on which they begin, not from the first: a text may have a thousand lines and as many terms.
        for number in range(max(layout.lineForTextPosition(start).lineNumber(), 0), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= start + length:
                break
            first = max(start, line.textStart())
            last = min(start + length, line.textStart() + line.textLength())
            if first >= last:
                continue
            edges = [float(line.cursorToX(at)[0]) for at in (first, last)]  # type: ignore[index]
            x, right = min(edges), max(edges)
            places.append((origin.x() + x, origin.y() + line.y() + line.ascent(), right - x))
        return tuple(places)

    def _set(self, markup: str, style: Style, width: float) -> None:
        before, self._present = self._present, (markup, style, width)
        if before == self._present:
            return
        if before is not None and before[:2] == (markup, style):
            self._document.setTextWidth(width)
            return
        # Emptied first: a document sets what it holds anew for every font and width that it is given.
        self._document.clear()
        self._document.setDefaultFont(font(style))
        self._document.setTextWidth(width)
        self._document.setHtml(markup)

    def _remember(self, text: str) -> None:
        # A short text's key takes about as much memory as a hundred letters.
        self._remembered += 100 + len(text)
        if self._remembered > MOST_REMEMBERED:
            self._heights.clear()
            self._words.clear()
            self._remembered = 0


def font(style: Style) -> QFont:
    """The font that a style is set in."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(round(style.size), 1))
    font.setWeight(QFont.Weight(style.weight))
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
    return font
