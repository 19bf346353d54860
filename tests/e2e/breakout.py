"""Somebody who tries to get out of the kiosk, and what must hold after each attempt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.settings import Settings
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e.bar import WORDS
from tests.e2e.content import NAMES, file_of, write_slides
from tests.e2e.display import SIZE, Display, x_server
from tests.e2e.panel import PIN
from tests.e2e.program import Program
from tests.e2e.surroundings import compositor, window_manager
from tests.e2e.windows import Windows
from tests.needs import need_tools

BACK_TO_THE_SLIDES = (640, 646)
# Where nothing lies but the ground, on each of the three screens.
GROUND = (60, 560)
# s: a picture that has not changed for so long is at rest; a key that has led nowhere for so long was lost.
STILL, AGAIN = 0.7, 2.0
# Left, right, top, bottom of the slide's words. A line that is set anew may stand a fraction of a pixel beside where it stood,
# which changes about 1,400 pixels of its edges; a menu or a window has ten times as many.
WORDS_BOX = (40, 640, 0, 420)
EDGES_OF_WORDS = 2500
TOOLS: dict[str, tuple[str, ...]] = {
    "nothing": ("Xvfb", "xdotool"),
    "openbox": ("Xvfb", "xdotool", "openbox"),
    "cage": ("Xvfb", "xdotool", "cage", "Xwayland"),
}


class Screen(Enum):
    """What the kiosk shows. OTHER: one of its screens that the table has no picture of, such as the menu."""

    LOOP = "loop"
    SESSION = "session"
    PAD = "pad"
    OTHER = "other"


TRIED = (Screen.LOOP, Screen.SESSION, Screen.PAD)
# Where a key may lead that the program takes: the screens after it, by the screen before. Elsewhere nothing may change.
Meant = dict[Screen, tuple[Screen, ...]]


@dataclass(frozen=True)
class Attempt:
    """`message`: a method of Windows, for what comes from other programs; then `words` of xdotool's. `meant`: see Meant."""

    name: str
    words: str = ""
    message: Callable[[Windows], object] | None = None
    meant: Meant = field(default_factory=dict)


class Breakout:
    """The running kiosk on one display. `windows`: the X server's, where the kiosk is a client of it."""

    def __init__(self, program: Program, display: Display, windows: Windows | None, pictures: Path) -> None:
        self.program = program
        self.display = display
        self.windows = windows
        self._folder = pictures
        self._known: dict[Screen, bytes] = {}
        self._learn()
        self._words = len(program.words)

    # --- the pictures that each screen must have ---

    def _learn(self) -> None:
        self.program.wait_for("ready")
        self.program.wait_for("reloaded")
        if self.windows:
            self.windows.find(self.program.process.pid)
        self._known[Screen.LOOP] = self._still()
        self.display.click(WORDS)
        self._known[Screen.SESSION] = self._still()
        self.display.press("ctrl+alt+s")
        self._known[Screen.PAD] = self._still()
        assert len(set(self._known.values())) == len(TRIED), "two screens look the same"
        self.display.click(BACK_TO_THE_SLIDES)
        self._wait_for(Screen.LOOP)

    def _still(self) -> bytes:
        """A picture that is not known yet, once it has not changed for longer than a transition's steps take."""
        picture, since = self.display.picture(), time.monotonic()
        for _ in self.display.looks():
            now = self.display.picture()
            if now != picture:
                picture, since = now, time.monotonic()
            elif now not in self._known.values() and time.monotonic() - since > STILL:
                return picture
        raise AssertionError("the picture does not come to rest")

    def screen(self) -> Screen:
        """The screen whose picture is there now: exactly, but for the edges of the slide's words."""
        picture = self.display.picture()
        for screen, known in self._known.items():
            if picture == known or (screen is not Screen.PAD and _same_but_words(picture, known)):
                return screen
        return Screen.OTHER

    def _wait_for(self, *screens: Screen) -> Screen:
        for _ in self.display.looks():
            if (now := self.screen()) in screens:
                return now
        raise AssertionError(f"wanted {[screen.value for screen in screens]}; the picture is in {self._photograph()}")

    def _photograph(self) -> Path:
        """Writes what is on the screen now, as a PPM picture."""
        path = self._folder / f"{len(list(self._folder.iterdir()))}.ppm"
        picture = self.display.picture()[: 4 * SIZE[0] * SIZE[1]]
        pixels = bytearray(3 * SIZE[0] * SIZE[1])
        for to, channel in enumerate((2, 1, 0)):
            pixels[to::3] = picture[channel::4]
        path.write_bytes(b"P6 %d %d 255\n" % SIZE + pixels)
        return path

    # --- an attempt ---

    def enter(self, screen: Screen) -> None:
        """To a screen from wherever it is, by keys and taps that are meant for that."""
        now = self.screen()
        if now is screen:
            return
        if now is not Screen.LOOP:
            if now is not Screen.PAD:
                self.display.press("ctrl+alt+s")
                self._wait_for(Screen.PAD)
            if screen is Screen.PAD:
                return
            self.display.click(BACK_TO_THE_SLIDES)
            self._wait_for(Screen.LOOP)
        match screen:
            case Screen.SESSION:
                self.display.click(WORDS)
            case Screen.PAD:
                self.display.press("ctrl+alt+s")
        self._wait_for(screen)

    def attempt(self, attempt: Attempt, screen: Screen) -> None:
        """Makes an attempt on a screen, and fails if it gets anybody out, or anywhere that it is not meant to lead."""
        self.enter(screen)
        if self.windows:
            self.windows.forget()
        if attempt.message:
            assert self.windows
            attempt.message(self.windows)
        if attempt.words:
            self.display.ask("xdotool", *attempt.words.split())
        self._hold(*attempt.meant.get(screen, (screen,)))

    def _hold(self, *screens: Screen) -> None:
        """Waits until everything is as it must be, and tries whether keys arrive."""
        self._is_alive()
        if self.windows:
            self.windows.settle()
            self._wait_until_back(self.windows)
            self.windows.clear()
            if self.windows.are_keys_held():
                # A desktop's menu, which the kiosk covers, but cannot close: the next key or tap does.
                self.display.press("Escape")
            assert "paste" not in self.windows.signs(), "the kiosk asks for what is selected"
        if Screen.OTHER in screens:
            self._lead_home(screens)
        else:
            self._prove_keys(self._wait_for(*screens))
        self._is_alive()

    def _wait_until_back(self, windows: Windows) -> None:
        faults: list[str] = []
        for _ in self.display.looks():
            faults = windows.faults()
            if not faults:
                return
            self._is_alive()
        raise AssertionError(f"the kiosk {'; '.join(faults)}; the picture is in {self._photograph()}")

    def _prove_keys(self, screen: Screen) -> None:
        """Leads, by keys alone, to another screen: there and back, exactly."""
        match screen:
            case Screen.LOOP:
                self._lead("Return", Screen.SESSION)
                self._lead("Escape", Screen.LOOP)
            case Screen.SESSION:
                self._lead("Escape", Screen.LOOP)
                self._lead("Return", Screen.SESSION)
            case Screen.PAD:
                self._lead("1", Screen.OTHER)
                self._lead("BackSpace", Screen.PAD)

    def _lead_home(self, screens: tuple[Screen, ...]) -> None:
        """Leads to the loop from any screen: a key that asks for the pad, and a tap on what leaves it.

        The kiosk takes both after the attempt, in their order, wherever that has led.
        """
        if Screen.PAD in screens:
            # With a digit typed the pad has another picture.
            self.display.press("ctrl+alt+s")
        else:
            self._lead("ctrl+alt+s", Screen.PAD)
        self.display.click(BACK_TO_THE_SLIDES)
        self._wait_for(Screen.LOOP)

    def _lead(self, key: str, screen: Screen) -> None:
        """Presses a key that must lead to a screen: once; and again after something has come over the kiosk meanwhile.

        What a desktop starts for a key, such as its complaint that there is no such program, may come late.
        """
        self.display.press(key)
        pressed = time.monotonic()
        for _ in self.display.looks():
            if self.screen() is screen:
                return
            if self.windows and time.monotonic() - pressed > AGAIN and self.windows.signs():
                self._wait_until_back(self.windows)
                self.display.press(key)
                pressed = time.monotonic()
        raise AssertionError(f"{key} does not lead to {screen.value}; the picture is in {self._photograph()}")

    def _is_alive(self) -> None:
        code = self.program.process.poll()
        assert code is None, f"the kiosk has ended with {code}; the log:\n{self.program.log()}"
        assert self.program.logged("error") == [], self.program.log()
        unusual = [line for line in self.program.words[self._words :] if ".qml:" in line or "Traceback" in line]
        assert unusual == [], unusual


def _same_but_words(picture: bytes, known: bytes) -> bool:
    """True for two pictures that differ in nothing but some pixels among the words."""
    left, right, top, bottom = WORDS_BOX
    line = 4 * SIZE[0]
    if picture[bottom * line :] != known[bottom * line :]:
        return False
    differing = 0
    for start in range(top * line, bottom * line, line):
        row, known_row = picture[start : start + line], known[start : start + line]
        if row == known_row:
            continue
        if row[: 4 * left] != known_row[: 4 * left] or row[4 * right :] != known_row[4 * right :]:
            return False
        differing += sum(row[at : at + 3] != known_row[at : at + 3] for at in range(4 * left, 4 * right, 4))
    return differing <= EDGES_OF_WORDS


class Place:
    """A display with something to run under, and a kiosk that is started anew after an attempt that has broken it."""

    def __init__(self, display: Display, folder: Path, wayland: Path | None) -> None:
        self._display = display
        self._folder = folder
        self._wayland = wayland
        self._windows = None if wayland else Windows(display.name)
        self._program: Program | None = None
        self._breakout: Breakout | None = None
        _prepare(folder)

    def kiosk(self) -> Breakout:
        if not self._breakout:
            arguments = (self._folder / "slides", self._folder / "state", self._display.name)
            self._program = Program(*arguments, wayland=self._wayland)
            self._breakout = Breakout(self._program, self._display, self._windows, self._folder / "pictures")
        return self._breakout

    def attempt(self, attempt: Attempt, screen: Screen) -> None:
        try:
            self.kiosk().attempt(attempt, screen)
        except BaseException:
            self.end()
            raise

    def signs(self) -> set[str]:
        """What came over the kiosk during the last attempt; nothing is known of it under a compositor."""
        return self._windows.signs() if self._windows else set()

    def end(self) -> int | None:
        """Ends the kiosk. Returns its exit code, if it ran."""
        program, self._program, self._breakout = self._program, None, None
        if self._windows:
            self._windows.clear()
        return program.stop() if program else None

    def close(self) -> None:
        code = self.end()
        if self._windows:
            self._windows.close()
        assert code in (None, 0), f"the kiosk has ended with {code}"


def _prepare(folder: Path) -> None:
    """One slide that stays, a PIN, and times that do not run out during an attempt."""
    slides, state = folder / "slides", folder / "state"
    write_slides(slides, seconds=300)
    for name in NAMES[1:]:
        file_of(slides, name).unlink()
    PinFile(state).set_pin(PIN)
    settings = Settings(session_seconds=600.0, warning_seconds=60.0, reduced_motion=True)
    StateFolder(state).write(Arrangement(settings=settings), Changes(), datetime.now())
    (folder / "pictures").mkdir()


@contextmanager
def place(under: str, folder: Path, *options: str) -> Iterator[Place]:
    """`under`: "nothing", "openbox" or "cage"; `options`: cage's."""
    need_tools("Xvfb", "xdotool", *TOOLS[under])
    (folder / "screen").mkdir()
    with ExitStack() as stack:
        # cage runs as another user than the X server's.
        display = stack.enter_context(x_server(folder / "screen", "-ac"))
        if under == "openbox":
            stack.enter_context(window_manager(display))
        socket = stack.enter_context(compositor(display, *options)) if under == "cage" else None
        made = Place(display, folder, socket)
        stack.callback(made.close)
        yield made
