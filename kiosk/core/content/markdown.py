"""Markdown -> blocks, through Python-Markdown's element tree. Raw HTML and links' targets never come through."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from msgspec import Struct

from kiosk.core.content import body_limits
from kiosk.core.content.deck import CENTRE, Block, Definitions, Heading, ListBlock, Note, Paragraph, Picture, Span, Spans, Table
from kiosk.core.problem import Problem, Severity

if TYPE_CHECKING:
    from markdown import Markdown

# Python-Markdown puts what it does not parse (raw HTML, entities) aside and leaves this mark in its place.
_STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
_RAW_HTML = re.compile(r"<(?:[a-zA-Z!/?])")
_REMOTE = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:|^//")
_SPACE = re.compile(r"\s+")
# Deeper lists than this are refused: no reader follows them, and a hostile file could exhaust the stack.
MAX_DEPTH = 12


class Body(Struct, frozen=True):
    """The blocks of a body, and what was wrong with them (lines count within the body's file)."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


Glossary = tuple[tuple[str, str], ...]


def parse(source: str, *, path: str, first_line: int, folder: Path, glossary: Glossary = ()) -> Body:
    """Parses a slide's body. Pictures are looked up in `folder`; whether they exist is not asked here."""
    source = body_limits.without_long_blanks(source)
    message = body_limits.excess(source)
    if not message:
        try:
            return _Reader(source, path, first_line, folder, glossary).read()
        except RecursionError:
            message = "lists or quotes are nested too deeply; keep to two levels"
        except body_limits.TooIntricate:
            message = "has too many parts or marks in a row; put blank lines between its parts, or make several slides of it"
        # The converter was left in the middle of something.
        _own.converter.cache_clear()
    return Body((), (Problem(path, first_line, message),))


def read_glossary(source: str) -> Glossary:
    """The terms of a glossary file: lines of `*[term]: meaning`."""
    entries = re.findall(r"^[ ]{0,3}\*\[([^\]\n]+)\][ ]?:[ ]*(.+)$", source, re.MULTILINE)
    return tuple((term.strip(), meaning.strip()) for term, meaning in entries)


def plain(spans: Spans) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, those inside lists, definitions and notes included, in reading order."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(items=items):
                for item in items:
                    yield from walk(item)
            case Definitions(entries=entries):
                for _, meaning in entries:
                    yield from walk(meaning)
            case Note(blocks=inner):
                yield from walk(inner)


def pictures(blocks: tuple[Block, ...]) -> tuple[Picture, ...]:
    """Every picture in reading order."""
    return tuple(block for block in walk(blocks) if isinstance(block, Picture))


def words(blocks: tuple[Block, ...]) -> str:
    """All of the text as one string, a line per block; pictures' alt texts are left out."""
    return "\n".join(plain(spans) for block in walk(blocks) for spans in _own_spans(block))


def _own_spans(block: Block) -> Iterator[Spans]:
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans):
            yield spans
        case Definitions(entries=entries):
            yield from (term for term, _ in entries)
        case Note(title=title) if title:
            yield (Span(title),)
        case Table(head=head, rows=rows):
            yield from head
            for row in rows:
                yield from row


def _converter(glossary: Glossary) -> Markdown:
    import markdown
    from markdown.extensions.abbr import AbbrExtension
    from markdown.extensions.admonition import AdmonitionExtension
    from markdown.extensions.attr_list import AttrListExtension
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    from kiosk.core.content.markdown_limits import Limits

    return markdown.Markdown(
        extensions=[
            AbbrExtension(glossary=dict(glossary)),
            AdmonitionExtension(),
            AttrListExtension(),
            DefListExtension(),
            SaneListExtension(),
            TableExtension(),
            Limits(),
        ]
    )


class _Own(threading.local):
    """A converter holds the state of its parse, so each thread has its own: one may read while another lays out."""

    def __init__(self) -> None:
        # A topic is read in one go: more than its languages and a neighbour's are not needed at once, and each takes 150 KB.
        self.converter = lru_cache(maxsize=4)(_converter)


_own = _Own()


class _Reader:
    """One pass over one body."""

    def __init__(self, source: str, path: str, first_line: int, folder: Path, glossary: Glossary) -> None:
        self.source = source
        self.path = path
        self.first_line = first_line
        self.folder = folder
        self.converter = _own.converter(glossary)
        self.problems: list[Problem] = []

    def read(self) -> Body:
        md = self.converter.reset()
        lines = self.source.replace("\x02", "").replace("\x03", "").split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        root = md.parser.parseDocument(lines).getroot()
        assert root is not None
        for treeprocessor in md.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        self._report_raw_html()
        return Body(tuple(self._blocks(root, 0)), tuple(self.problems))

    # --- blocks ---

    def _blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        if depth > MAX_DEPTH:
            raise RecursionError
        loose: list[Span] = self._text(parent.text) if parent.tag in ("li", "dd", "blockquote") else []
        for child in parent:
            if child.tag in _INLINE:
                loose += [span for span in self._inline(child, Span("")) if span.text]
                yield from self._pictures(child)
                loose += self._text(child.tail)
                continue
            yield from _paragraph(loose)
            loose = []
            yield from self._block(child, depth)
        yield from _paragraph(loose)

    def _block(self, element: Element, depth: int) -> Iterator[Block]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield Heading(int(element.tag[1]), self._spans(element))
                yield from self._pictures(element)
            case "p":
                yield from self._pictures(element)
                yield from _paragraph(list(self._spans(element)))
            case "ul" | "ol":
                items = tuple(tuple(self._blocks(item, depth + 1)) for item in element)
                yield ListBlock(element.tag == "ol", items)
            case "dl":
                yield self._definitions(element, depth)
            case "div" if "admonition" in (element.get("class") or ""):
                title = ""
                for child in list(element):
                    if child.get("class") == "admonition-title":
                        title = plain(self._spans(child))
                        element.remove(child)
                yield Note(title, tuple(self._blocks(element, depth + 1)))
            case "blockquote":
                yield Note("", tuple(self._blocks(element, depth + 1)))
            case "table":
                rows = [tuple(self._spans(cell) for cell in row) for row in element.iter("tr")]
                yield Table(rows[0], tuple(rows[1:]))
            case "pre":
                text = "".join(element.itertext()).strip()
                yield from _paragraph([Span(html.unescape(self._unstash(text)))])
            case "hr":
                pass
            case _:
                yield from self._blocks(element, depth + 1)

    def _definitions(self, element: Element, depth: int) -> Definitions:
        entries: list[tuple[Spans, tuple[Block, ...]]] = []
        term: Spans = ()
        for child in element:
            if child.tag == "dt":
                term = self._spans(child)
            else:
                entries.append((term, tuple(self._blocks(child, depth + 1))))
        return Definitions(tuple(entries))

    def _pictures(self, element: Element) -> Iterator[Picture]:
        for image in element.iter("img"):
            name = self._unstash(image.get("src") or "")
            if _REMOTE.match(name):
                self._report(name, f"picture {name!r} is not a file; put it beside the slide and name it alone")
                continue
            yield Picture(self.folder / name, self._unstash(image.get("alt") or ""), self._focus(image, name))

    def _focus(self, image: Element, name: str) -> tuple[float, float]:
        value = image.get("focus")
        if value is None:
            return CENTRE
        from kiosk.core.content.front_matter import focus
        from kiosk.core.fields import Invalid

        try:
            return focus(value)
        except Invalid as error:
            self._report(name, f"focus {error}")
            return CENTRE

    # --- inline ---

    def _spans(self, element: Element) -> Spans:
        return _tidy(list(self._inline(element, Span(""))))

    def _inline(self, element: Element, style: Span) -> Iterator[Span]:
        style = Span(
            "",
            strong=style.strong or element.tag == "strong",
            emphasis=style.emphasis or element.tag == "em",
            meaning=self._unstash(element.get("title") or "") if element.tag == "abbr" else style.meaning,
        )
        # Python-Markdown writes code as HTML would want it.
        text = html.unescape(element.text or "") if element.tag == "code" else element.text
        yield from self._text(text, style)
        for child in element:
            if child.tag == "br":
                yield _styled("\n", style)
            elif child.tag != "img":
                yield from self._inline(child, style)
            yield from self._text(child.tail, style)

    def _text(self, text: str | None, style: Span | None = None) -> list[Span]:
        if not text:
            return []
        return [_styled(_SPACE.sub(" ", self._unstash(text)), style or Span(""))]

    def _unstash(self, text: str) -> str:
        blocks = self.converter.htmlStash.rawHtmlBlocks

        def replace(match: re.Match[str]) -> str:
            stashed = blocks[int(match.group(1))]
            raw = stashed if isinstance(stashed, str) else ""
            return html.unescape(raw) if raw.startswith("&") else ""

        # Python-Markdown writes an ampersand it must not touch again as STX amp ETX.
        return _STASHED.sub(replace, text).replace("\x02amp\x03", "&").replace("\x02", "").replace("\x03", "")

    # --- problems ---

    def _report(self, needle: str, message: str, severity: Severity = Severity.ERROR) -> None:
        before = self.source.partition(needle)[0] if needle in self.source else ""
        line = self.first_line + before.count("\n")
        self.problems.append(Problem(self.path, line, message, severity))

    def _report_raw_html(self) -> None:
        for stashed in self.converter.htmlStash.rawHtmlBlocks:
            if isinstance(stashed, str) and _RAW_HTML.match(stashed) and not stashed.startswith("<!--"):
                first = stashed.split("\n")[0]
                self._report(first, "HTML is not shown; write it as Markdown", Severity.WARNING)
                return


_INLINE = frozenset({"strong", "em", "a", "abbr", "code", "br", "img", "span", "sup", "sub"})


def _styled(text: str, style: Span) -> Span:
    return Span(text, style.strong, style.emphasis, style.meaning)


def _paragraph(spans: list[Span]) -> Iterator[Paragraph]:
    tidy = _tidy(spans)
    if tidy:
        yield Paragraph(tidy)


def _tidy(spans: list[Span]) -> Spans:
    """Joins runs of one style and trims the ends; nothing but space becomes no spans at all."""
    runs: list[tuple[Span, list[str]]] = []
    for span in spans:
        if runs and _styled("", runs[-1][0]) == _styled("", span) and not span.meaning:
            runs[-1][1].append(span.text)
        elif span.text:
            runs.append((span, [span.text]))
    joined = [_styled(_SPACE.sub(_fold, "".join(texts)), span) if len(texts) > 1 else span for span, texts in runs]
    if joined:
        joined[0] = _styled(joined[0].text.lstrip(), joined[0])
        joined[-1] = _styled(joined[-1].text.rstrip(), joined[-1])
    return tuple(span for span in joined if span.text)


def _fold(match: re.Match[str]) -> str:
    return "\n" if "\n" in match.group() else " "
