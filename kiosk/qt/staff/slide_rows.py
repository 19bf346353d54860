"""The rows of the panel's list of slides: those that show, and the words of each."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kiosk.core.arrangement import slide_list
from kiosk.core.arrangement.arrangement import Decision
from kiosk.core.arrangement.editing import topic_of
from kiosk.core.arrangement.slide_list import is_header
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.problem import Problem
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.thumbnails import Thumbnails, ThumbnailView

# A row's picture, as a share of the screen's short side (mockup 6).
THUMBNAIL_SHARE = 0.096


class Row(Struct, frozen=True):
    """A slide, or the header of a topic. `source`: one of `SlideOrderModel.Source`; `line` is the trouble's."""

    key: str
    header: bool
    title: str
    on: bool = True
    in_loop: bool = True
    seconds: int = 0
    source: int = 0
    when: str = ""
    review: str = ""
    trouble: str = ""
    line: int = 0
    # The last good version plays on in spite of the trouble.
    kept: bool = False
    file: str = ""
    thumbnail: str = ""
    count: int = 0
    folded: bool = False


class SlideRows:
    """All slides under their topics, some of these folded; or the `matches` of a search alone.

    `source_of` gives the `Row.source` of a slide with a decision. While a header is lifted, only headers show.
    """

    def __init__(self, edit_session: EditSession, thumbnails: Thumbnails, source_of: Callable[[Decision, Slide], int]) -> None:
        self._edit_session = edit_session
        self._thumbnails = thumbnails
        self._source_of = source_of
        self.order: tuple[str, ...] = ()
        self.is_dirty = False
        self.lifted = ""
        self.query = ""
        self.matches: frozenset[str] | None = None
        self.deck: Deck | None = None
        self._headers: dict[str, list[str]] = {}
        self._folded: frozenset[str] = frozenset()
        self._troubles: dict[str, Problem] = {}

    def begin(self) -> None:
        """Ends a search, and folds the topics of a long list, all but the first."""
        self.query, self.matches, self.lifted = "", None, ""
        self.follow()
        self._folded = frozenset(self._edit_session.edit.topics[1:] if self.is_long else ())

    def end(self) -> None:
        self.order, self.lifted = (), ""

    def follow(self) -> None:
        """Takes over the present edit and deck."""
        deck = self._edit_session.playlist_source.deck
        self.order = self._edit_session.edit.order
        self.is_dirty = self._edit_session.edit.is_dirty
        self._headers = dict(slide_list.runs(self.order))
        if deck is not self.deck:
            self.deck = deck
            self._troubles = slide_list.troubles(deck)
            self.matches = slide_list.search(deck, self.query)

    @property
    def is_long(self) -> bool:
        return len(self.order) > slide_list.MANY

    def fold(self, key: str) -> None:
        """Shows or hides the slides of a header's topic."""
        self._folded ^= {topic_of(key)}

    def search(self, words: str) -> None:
        self.query = words
        self.matches = slide_list.search(self._edit_session.playlist_source.deck, words)

    def keys(self) -> list[str]:
        folded = frozenset(self._edit_session.edit.topics) if is_header(self.lifted) else self._folded
        return slide_list.keys(self.order, folded, self.matches)

    def row(self, key: str) -> Row:
        deck = self._edit_session.playlist_source.deck
        if is_header(key):
            topic = deck.topic(topic_of(key))
            title = topic.texts[0].title if topic else topic_of(key)
            return Row(key, True, title, count=len(self._headers.get(key, ())), folded=topic_of(key) in self._folded)
        slide = deck.slide(key)
        return self._slide_row(slide) if slide else Row(key, False, key)

    def _slide_row(self, slide: Slide) -> Row:
        arrangement = self._edit_session.edit.working
        decision = arrangement.decision(slide.id)
        effective = arrangement.effective(slide)
        trouble = self._troubles.get(slide.id)
        now = self._edit_session.playlist_source.clock.now()
        review = slide_list.review_due(slide, now.date()) if now else None
        return Row(
            key=slide.id,
            header=False,
            title=slide.texts[0].title,
            on=effective.on,
            in_loop=effective.in_loop,
            seconds=0 if slide.error else round(effective.seconds or self._edit_session.automatic_seconds(slide)),
            source=self._source_of(decision, slide),
            when=dates.window(decision.window),
            review=dates.short_day(review) if review else "",
            trouble=_plain(trouble.message) if trouble else "",
            line=trouble.line if trouble else 0,
            kept=trouble is not None and slide.error is None,
            file=trouble.path.rpartition("/")[2] if trouble else "",
            thumbnail=self._thumbnails.find(self._view(slide)),
        )

    def _view(self, slide: Slide) -> ThumbnailView:
        screen = self._thumbnails.screen
        return ThumbnailView(slide.id, -1, round(screen.short * THUMBNAIL_SHARE) if screen else 1)


def _plain(message: str) -> str:
    """A problem as a sentence's beginning, without what only a terminal wants."""
    return message[:1].upper() + message[1:]
