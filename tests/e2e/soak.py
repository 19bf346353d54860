"""Days in minutes: the real program with a clock that runs too fast, touched, rearranged and rewritten all the time."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Announcement, Decision
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.content import library
from kiosk.core.storage.atomic_file import Busy
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e import panel
from tests.e2e.bar import BACK, BACK_TO_SLIDE, DONE, NEXT, THIRD_CARD, TOPICS, WORDS
from tests.e2e.display import Display, Point
from tests.e2e.program import Program

# How much faster than time the program's clock runs: a slide of 10 s stands for 0.1 s.
SPEED = 100
TEXT_SIZE, CONTRAST, LANGUAGE, LOW_REACH, PICTURE = (207, 654), (296, 654), (401, 654), (506, 654), (1000, 300)
# A sample is the least of so many looks: files are open for a moment, and Qt's own pool of threads comes and goes.
LOOKS, LOOK_SECONDS = 15, 0.1
# The switch of the first slide in the panel's order.
FIRST_SWITCH = (723, 182)


class Sample(Struct, frozen=True):
    """The process at one moment, in the loop. `memory`, in KB, is what it has written for itself alone (proc(5), smaps_rollup).

    What it only reads (the libraries) counts as its own as long as nobody else reads it, and so comes and goes with others.
    """

    at: float
    memory: int
    threads: int
    handles: int


class Soak:
    """Rounds of everything that happens to a kiosk, in an order that follows from the seed. `samples` has one a round."""

    def __init__(self, program: Program, display: Display, slides: Path, state: Path, seed: int) -> None:
        self._program = program
        self._display = display
        self._slides = slides
        self._store = StateFolder(state)
        self._random = random.Random(seed)
        self._files = sorted(file for file in slides.rglob("*.md") if re.match(r"\d", file.name))
        self._began = time.monotonic()
        self.samples: list[Sample] = []
        self.sessions = 0

    def run(self, seconds: float) -> None:
        """Goes on for so long."""
        while time.monotonic() - self._began < seconds:
            self.round()

    def round(self) -> None:
        """Everything, in an order of its own; so after the first one all threads are there."""
        acts: list[Callable[[], None]] = [
            *[self._read] * 6,
            self._open_menu,
            self._leave_session_alone,
            *[self._rewrite_slide] * 3,
            self._rewrite_picture,
            self._save_elsewhere,
            self._announce,
            self._save_in_panel,
        ]
        self._random.shuffle(acts)
        for act in acts:
            act()
        self._sample()

    # --- patients ---

    def _touch(self, *points: Point) -> None:
        for point in points:
            self._display.click(point)

    def _open(self) -> None:
        self._touch(WORDS)
        self.sessions += 1

    def _read(self) -> None:
        self._open()
        controls = [NEXT, NEXT, BACK, TEXT_SIZE, CONTRAST, LANGUAGE, LOW_REACH, PICTURE, BACK_TO_SLIDE]
        self._touch(*self._random.choices(controls, k=6), DONE)

    def _open_menu(self) -> None:
        self._open()
        self._touch(TOPICS, THIRD_CARD, PICTURE, BACK_TO_SLIDE, DONE)

    def _leave_session_alone(self) -> None:
        since = self._program.now
        self._open()
        # The touch may have found the staff's side still there; then there is no session that ends by itself.
        if self._is_logged("session_started", since):
            self._program.wait_for("session_ended", since=since)

    def _is_logged(self, event: str, since: int) -> bool:
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline and not self._program.logged(event, since):
            time.sleep(0.01)
        return bool(self._program.logged(event, since))

    # --- whoever writes slides ---

    def _rewrite_slide(self) -> None:
        file = self._random.choice(self._files)
        words = file.read_text(encoding="utf-8").rstrip().removesuffix("!").rstrip(".")
        self._put(file, words + self._random.choice((".", "..", "!")) + "\n")

    def _rewrite_picture(self) -> None:
        file = self._random.choice(sorted(self._slides.rglob("*.svg")))
        picture = re.sub(r"<!--\d+-->", "", file.read_text(encoding="utf-8"))
        self._put(file, picture.replace("</svg>", f"<!--{self._random.randrange(1000)}--></svg>"))

    def _put(self, file: Path, text: str) -> None:
        fresh = file.with_suffix(".fresh")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)

    # --- staff ---

    def _save_elsewhere(self) -> None:
        """As `main.py order` does."""
        order = list(library.scan(self._slides).ids())
        self._random.shuffle(order)
        timed = {self._random.choice(order): Decision(seconds=self._random.choice((10.0, 20.0, 30.0)))}
        with suppress(Busy):
            self._store.update(lambda now: replace(now, order=tuple(order), decisions=timed), Changes(), datetime.now())

    def _announce(self) -> None:
        """Puts an announcement up, or takes it down."""
        until = datetime.now() + timedelta(days=30)
        change = self._random.choice((AnnouncementChange.PUT_UP, AnnouncementChange.TAKEN_DOWN))
        line = Announcement("The doctor is late today.", until) if change is AnnouncementChange.PUT_UP else None
        with suppress(Busy):
            self._store.update(lambda now: replace(now, announcement=line), Changes(announcement=change), datetime.now())

    def _save_in_panel(self) -> None:
        """The panel locks itself within a second of true time: on a busy machine nothing is saved this time."""
        self._display.press("ctrl+alt+s", *panel.PIN, "Return")
        shown = time.monotonic() + 1
        while time.monotonic() < shown and self._display.at(panel.SAVE_GROUND) != panel.YELLOW:
            time.sleep(0.01)
        self._touch(FIRST_SWITCH, panel.SAVE)

    # --- looking ---

    def _sample(self) -> None:
        since = self._program.now
        # Twice: the first may be the slide that a session left behind.
        for _ in range(2):
            self._program.wait_for("shown", since=since, mode="loop")
            since = self._program.now
        looks = [self._look() for _ in range(LOOKS)]
        self.samples.append(Sample(*(min(getattr(look, name) for look in looks) for name in Sample.__struct_fields__)))

    def _look(self) -> Sample:
        time.sleep(LOOK_SECONDS)
        process = Path(f"/proc/{self._program.process.pid}")
        written = re.findall(r"^(?:Private_Dirty|Swap):\s+(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
        threads, handles = len(os.listdir(process / "task")), len(os.listdir(process / "fd"))
        return Sample(time.monotonic() - self._began, sum(map(int, written)), threads, handles)

    def between(self, first: float, last: float) -> Sample:
        """The median of the samples between two shares of the time."""
        end = self.samples[-1].at
        chosen = [sample for sample in self.samples if first * end <= sample.at <= last * end]
        return Sample(*(median(getattr(sample, name) for sample in chosen) for name in Sample.__struct_fields__))
