"""The work that reading a body may cost, counted in letters that Python-Markdown looks at, not in seconds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kiosk.core.content.body_limits import TooIntricate

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# Letters that Python-Markdown looks at while it divides a body into blocks: what follows a heading, a rule or a note without a
# blank line between is looked at again for each of them. A block by itself counts as BLOCK letters.
MAX_BLOCK_WORK = 2_000_000
BLOCK = 500
# For each mark that may stay open, the letters of its paragraph, which are searched for its end.
MAX_INLINE_WORK = 1_000_000
_OPEN = re.compile(r"[\[<`{]")


class Limits(Extension):
    """Stops the reading of a body with TooIntricate. Each reset of the converter begins anew."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        self._blocks = _BlockLimit(md.parser)
        # Before all others.
        md.parser.blockprocessors.register(self._blocks, "limit", 1000)
        md.treeprocessors.register(_InlineLimit(md), "limit", 1000)

    def reset(self) -> None:
        self._blocks.left = MAX_BLOCK_WORK


class _BlockLimit(BlockProcessor):
    """Sees every block before the others do, and takes none."""

    left = MAX_BLOCK_WORK

    def test(self, parent: Element, block: str) -> bool:
        self.left -= BLOCK + len(block)
        if self.left < 0:
            raise TooIntricate
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool:
        return False


class _InlineLimit(Treeprocessor):
    """Sees the blocks before their text is parsed."""

    def run(self, root: Element) -> None:
        texts = [text for element in root.iter() for text in (element.text, element.tail) if text]
        if sum(len(_OPEN.findall(text)) * len(text) for text in texts) > MAX_INLINE_WORK:
            raise TooIntricate
