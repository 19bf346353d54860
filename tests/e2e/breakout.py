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
from tests.e2e.display import PATIENCE, SIZE, Display, x_server
from tests.e2e.panel import PIN
from tests.e2e.program import Program
from tests.e2e.surroundings import compositor, window_manager
from tests.e2e.windows import Windows

BACK_TO_THE_SLIDES = (640, 646)
# Where nothing lies but the ground, on each of the three screens.
GROUND = (60, 560)


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
        self._known: dict[Screen, list[bytes]] = {screen: [] for screen in TRIED}
        self._learn()
        self._words = len(program.words)

    # --- the pictures that each screen must have ---

    def _learn(self) -> None:
        """Goes to each screen, by a touch and by a key: a key makes the focus visible, so that a screen has two pictures.

        Twice: words that were on the screen before may stand a fraction of a pixel beside where they stood.
        """
        self.program.wait_for("ready")
        self.program.wait_for("reloaded")
        if self.windows:
            self.windows.find(self.program.process.pid)
        for _ in range(2):
            self._keep(Screen.LOOP)
            self.display.press("Shift_L")
            self._keep(Screen.LOOP)
            self.display.click(WORDS)
            self._keep(Screen.SESSION)
            self.display.press("Shift_L")
            self._keep(Screen.SESSION)
            self.display.press("ctrl+alt+s")
            self._keep(Screen.PAD)
            self.display.click(GROUND)
            self._keep(Screen.PAD)
            self.display.click(BACK_TO_THE_SLIDES)
        self._wait_for(Screen.LOOP)

    def _keep(self, screen: Screen) -> None:
        """Keeps the picture that comes to rest, and that no other screen has."""
        others = [picture for other, pictures in self._known.items() if other is not screen for picture in pictures]
        deadline = time.monotonic() + PATIENCE
        while True:
            picture = self._still()
            if picture not in others:
                break
            assert time.monotonic() < deadline, f"{screen} does not come"
        if picture not in self._known[screen]:
            self._known[screen].append(picture)

    def _still(self) -> bytes:
        """The picture, once it has not changed for longer than a transition's steps take."""
        picture, since = self.display.picture(), time.monotonic()
        for _ in self.display.looks():
            now = self.display.picture()
            if now != picture:
                picture, since = now, time.monotonic()
            elif time.monotonic() - since > 0.7:
                return picture
        raise AssertionError("the picture does not come to rest")

    def screen(self) -> Screen:
        """The screen whose picture is there now, exactly."""
        picture = self.display.picture()
        for screen, pictures in self._known.items():
            if picture in pictures:
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
            assert "paste" not in self.windows.signs(), "the kiosk asks for what is selected"
        if Screen.OTHER not in screens:
            self._wait_for(*screens)
        self._prove_keys()
        self._is_alive()

    def _wait_until_back(self, windows: Windows) -> None:
        faults: list[str] = []
        for _ in self.display.looks():
            faults = windows.faults()
            if not faults:
                return
            self._is_alive()
        raise AssertionError(f"the kiosk {'; '.join(faults)}; the picture is in {self._photograph()}")

    def _prove_keys(self) -> None:
        """Leads, by keys alone, to another screen: there and back, exactly."""
        match self.screen():
            case Screen.LOOP:
                self.display.press("Return")
                self._wait_for(Screen.SESSION)
                self.display.press("Escape")
                self._wait_for(Screen.LOOP)
            case Screen.SESSION:
                self.display.press("Escape")
                self._wait_for(Screen.LOOP)
                self.display.press("Return")
                self._wait_for(Screen.SESSION)
            case Screen.PAD:
                self.display.press("1")
                self._wait_for(Screen.OTHER)
                self.display.press("BackSpace")
                self._wait_for(Screen.PAD)
            case Screen.OTHER:
                self.display.press("ctrl+alt+s")
                self.enter(Screen.LOOP)

    def _is_alive(self) -> None:
        code = self.program.process.poll()
        assert code is None, f"the kiosk has ended with {code}; the log:\n{self.program.log()}"
        assert self.program.logged("error") == [], self.program.log()
        unusual = [line for line in self.program.words[self._words :] if ".qml:" in line or "Traceback" in line]
        assert unusual == [], unusual


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
        kiosk = self.kiosk()
        try:
            kiosk.attempt(attempt, screen)
        except BaseException:
            self.end()
            raise

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
