"""The shape of an arrangement's document: what msgspec writes, and what its head is read as."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.core.arrangement.changes import Changes
from kiosk.core.content.deck import Show

FORMAT = 1
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Count = Annotated[int, Meta(ge=0, lt=10**9)]


class FormatRecord(Struct):
    """The one value that every document has, also one of a later format."""

    format: int


class HeadRecord(Struct, omit_defaults=True):
    """One save, before everything that it holds."""

    format: int
    number: Count = 0
    saved_at: Annotated[datetime, Meta(tz=False)] | None = None
    authored: bool = False
    brought_back: Count | None = None
    brought_in: str | None = None
    clock_confirmed: bool = False
    changes: Changes = Changes()


class SlideRecord(Struct, omit_defaults=True, rename={"first": "from", "last": "until"}):
    """A slide's place and its decision. Not `placed`: it has a decision, and stands where its author put it."""

    id: str
    placed: bool = True
    on: bool = True
    seconds: float | None = None
    show: Show | None = None
    first: date | None = None
    last: date | None = None
    weekdays: tuple[str, ...] = ()
    hours: str = ""


class AnnouncementRecord(Struct):
    text: str
    until: datetime


class DocumentRecord(Struct, omit_defaults=True):
    """The whole, as it is written. `changes` has no zeros."""

    format: int
    number: int
    saved_at: datetime | None = None
    authored: bool = False
    brought_back: int | None = None
    brought_in: str | None = None
    clock_confirmed: bool = False
    changes: dict[str, object] = {}
    settings: dict[str, object] = {}
    announcement: AnnouncementRecord | None = None
    slides: tuple[SlideRecord, ...] = ()
