"""The closing of a topic, which the program adds to its last slide: the topic's words, its credit and its QR code."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.core.content.deck import Block, Code, Deck, Definitions, Heading, ListBlock, Note, Paragraph, Slide, Span, Spans


def is_last(deck: Deck, slide: Slide) -> bool:
    """True if the slide is its topic's last in authored order."""
    last = next((other for other in reversed(deck.slides) if other.topic == slide.topic), None)
    return last is not None and last.id == slide.id


def closing(deck: Deck, slide: Slide, language: str) -> tuple[Block, ...]:
    """The blocks that end a topic."""
    topic = deck.topic(slide.topic)
    if topic is None:
        return ()
    text = topic.text(language)
    blocks: list[Block] = []
    if text.glossary:
        terms = tuple(((Span(term),), (Paragraph((Span(meaning),)),)) for term, meaning in text.glossary)
        blocks.append(Definitions(terms))
    if text.source:
        blocks.append(Paragraph((Span(text.source, emphasis=True),)))
    if text.more:
        blocks.append(Code(text.more))
    return tuple(blocks)


def once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with each term marked only where it first stands: more dots than that are noise."""
    return _marked(blocks, set(), all_known=False)


def unmarked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with no term marked."""
    return _marked(blocks, set(), all_known=True)


def _marked(blocks: tuple[Block, ...], seen: set[str], all_known: bool) -> tuple[Block, ...]:
    def mark(spans: Spans) -> Spans:
        marked = []
        for span in spans:
            known = span.meaning and (all_known or span.text.lower() in seen)
            if span.meaning:
                seen.add(span.text.lower())
            marked.append(replace(span, meaning="") if known else span)
        return tuple(marked)

    def walk(block: Block) -> Block:
        match block:
            case Paragraph(spans=spans):
                return Paragraph(mark(spans))
            case Heading(level=level, spans=spans):
                # A heading is no place to stop and tap.
                return Heading(level, tuple(replace(span, meaning="") for span in spans))
            case ListBlock(ordered=ordered, items=items):
                return ListBlock(ordered, tuple(tuple(walk(inner) for inner in item) for item in items))
            case Note(title=title, blocks=inner):
                return Note(title, tuple(walk(block) for block in inner))
        return block

    return tuple(walk(block) for block in blocks)
