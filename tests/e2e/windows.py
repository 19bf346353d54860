"""The windows of an X server, seen and disturbed by a client of the tests' own."""

from __future__ import annotations

import select
import time
from collections.abc import Iterator
from contextlib import suppress

from Xlib import X, display, error
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

from tests.e2e.display import PATIENCE, SIZE

# EWMH 1.5, _NET_WM_STATE: take a state away; and the source of a request: a pager, which window managers obey.
REMOVE, PAGER = 0, 2
# Changes of the focus that leave it with the window.
WITHIN = (X.NotifyInferior, X.NotifyPointer)


class Windows:
    """A client of one X server. `kiosk` is the window that is held to be the program's."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)
        self._root = self._display.screen().root
        self._root.change_attributes(event_mask=X.StructureNotifyMask | X.SubstructureNotifyMask | X.PropertyChangeMask)
        self._display.set_error_handler(lambda *_: None)  # Windows come and go while they are looked at.
        self.kiosk: Window | None = None
        self._others: list[Window] = []
        self._signs: set[str] = set()
        self._desktop = 0

    def close(self) -> None:
        self._display.close()

    # --- seeing ---

    def find(self, pid: int) -> None:
        """Makes `kiosk` the viewable window of a process, once it has one."""
        for _ in self._looks():
            for window in self._tree(self._root):
                owner = window.get_full_property(self._atom("_NET_WM_PID"), X.AnyPropertyType)
                if owner and list(owner.value) == [pid] and self._is_viewable(window):
                    self.kiosk = window
                    window.change_attributes(event_mask=X.FocusChangeMask | X.StructureNotifyMask)
                    return
        raise AssertionError(f"no window of process {pid} within {PATIENCE:g} s")

    def faults(self) -> list[str]:
        """What is wrong with the kiosk's place: nothing, if it fills the screen, lies on top, and has the focus."""
        assert self.kiosk
        faults = []
        try:
            frame, left, top = self._frame()
            size = self.kiosk.get_geometry()
            if (left, top, size.width, size.height) != (0, 0, *SIZE):
                faults.append(f"stands at {left},{top} with {size.width}x{size.height}")
            if not self._is_viewable(self.kiosk):
                faults.append("cannot be seen")
            others = [window for window in self._root.query_tree().children if self._covers(window)]
            if frame not in others:
                faults.append("shows nothing")
            elif others[-1] != frame:
                faults.append(f"lies below {[self._name(window) for window in others[others.index(frame) + 1 :]]}")
            focused = self._display.get_input_focus().focus
            if focused not in (self.kiosk, *self._tree(self.kiosk)):
                faults.append(f"has no focus: {focused}")
        except (error.BadWindow, error.BadDrawable):
            faults.append("is no more")
        return faults

    def are_keys_held(self) -> bool:
        """True while another program has all keys to itself, as an open menu does."""
        answer = self._root.grab_keyboard(True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
        self._display.ungrab_keyboard(X.CurrentTime)
        self._display.sync()
        if answer != X.GrabSuccess:
            self._signs.add("keys held")
        return bool(answer != X.GrabSuccess)

    def settle(self) -> None:
        """Waits until the kiosk has handled all that was sent to it before.

        By _NET_WM_PING, which a program answers in its turn: the second answer comes after the first one's turn is over.
        """
        assert self.kiosk
        for _ in range(2):
            self._drain()
            self.ask_kiosk("WM_PROTOCOLS", self._atom("_NET_WM_PING"), X.CurrentTime, self.kiosk.id)
            for heard in self._events():
                if heard.type == X.ClientMessage and heard.window == self._root:
                    break
            else:
                raise AssertionError(f"no answer from the kiosk within {PATIENCE:g} s")

    # --- what happened meanwhile ---

    def forget(self) -> None:
        """Begins a new account of what happens."""
        self._drain()
        self._signs = set()
        self._desktop = self._root_value("_NET_CURRENT_DESKTOP")

    def signs(self) -> set[str]:
        """What has come over the kiosk since `forget`, in a word each, were it only for a moment."""
        self._drain()
        if self._root_value("_NET_CURRENT_DESKTOP") != self._desktop:
            self._signs.add("desktop")
        return self._signs

    def _note(self, heard: event.Event) -> None:
        if not self.kiosk:
            return
        at_kiosk = getattr(heard, "window", None) == self.kiosk
        match heard.type:
            case X.FocusOut if (
                at_kiosk and heard.mode == X.NotifyNormal and heard.detail not in (X.NotifyInferior, X.NotifyPointer)
            ):
                self._signs.add("focus")
            case X.SelectionRequest:
                self._signs.add("paste")
            case X.UnmapNotify if at_kiosk:
                self._signs.add("hidden")
            case X.ConfigureNotify if at_kiosk and (heard.width, heard.height) != SIZE:
                self._signs.add("size")
            case X.MapNotify if (
                heard.window not in self._others and self._covers(heard.window) and self._frame()[0] != heard.window
            ):
                self._signs.add("window")
            case X.PropertyNotify if heard.atom == self._atom("_NET_CURRENT_DESKTOP"):
                if self._root_value("_NET_CURRENT_DESKTOP") != self._desktop:
                    self._signs.add("desktop")
            case X.PropertyNotify if heard.atom == self._atom("_NET_SHOWING_DESKTOP"):
                if self._root_value("_NET_SHOWING_DESKTOP"):
                    self._signs.add("desktop shown")

    # --- disturbing ---

    def ask_kiosk(self, message: str, *data: int) -> None:
        """Sends a message to the kiosk itself, as a window manager does."""
        assert self.kiosk
        self.kiosk.send_event(self._message(message, *data))
        self._display.flush()

    def ask_manager(self, message: str, *data: int) -> None:
        """Sends the window manager a wish about the kiosk's window, as a pager or a taskbar does."""
        self._root.send_event(self._message(message, *data), event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.flush()

    def ask_to_close(self) -> None:
        self.ask_kiosk("WM_PROTOCOLS", self._atom("WM_DELETE_WINDOW"), X.CurrentTime)

    def ask_manager_to_close(self) -> None:
        self.ask_manager("_NET_CLOSE_WINDOW", X.CurrentTime, PAGER)

    def leave_full_screen(self) -> None:
        self.ask_manager("_NET_WM_STATE", REMOVE, self._atom("_NET_WM_STATE_FULLSCREEN"), 0, PAGER)

    def leave_top(self) -> None:
        self.ask_manager("_NET_WM_STATE", REMOVE, self._atom("_NET_WM_STATE_ABOVE"), 0, PAGER)

    def iconify(self) -> None:
        self.ask_manager("WM_CHANGE_STATE", 3)  # ICCCM 4.1.4, IconicState

    def shrink(self) -> None:
        assert self.kiosk
        self.kiosk.configure(x=200, y=100, width=640, height=360)
        self._display.flush()

    def lower(self) -> None:
        assert self.kiosk
        self.kiosk.configure(stack_mode=X.Below)
        self._display.flush()

    def hide(self) -> None:
        assert self.kiosk
        self.kiosk.unmap()
        self._display.flush()

    def focus_root(self) -> None:
        self._display.set_input_focus(self._root, X.RevertToPointerRoot, X.CurrentTime)
        self._display.flush()

    def focus_nothing(self) -> None:
        self._display.set_input_focus(X.NONE, X.RevertToNone, X.CurrentTime)
        self._display.flush()

    def offer_focus(self) -> None:
        self.ask_kiosk("WM_PROTOCOLS", self._atom("WM_TAKE_FOCUS"), X.CurrentTime)

    def leave_desktop(self) -> None:
        self.ask_manager("_NET_WM_DESKTOP", 1, PAGER)

    def own_selection(self) -> None:
        """Has something selected here, for the kiosk to paste."""
        for selection in ("PRIMARY", "CLIPBOARD"):
            self._client().set_selection_owner(self._atom(selection), X.CurrentTime)
        self._display.sync()

    def cover(self) -> None:
        """Opens another program's window over the kiosk, until `clear`."""
        self._open(managed=True)

    def cover_with_focus(self) -> None:
        self._open(managed=True)
        with suppress(error.BadMatch):  # It may be covered again by now.
            self._others[-1].set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def cover_unmanaged(self) -> None:
        self._open(managed=False)

    def clear(self) -> None:
        """Closes the windows that were opened here."""
        for window in self._others:
            window.destroy()
        self._others.clear()
        self._display.sync()

    def _open(self, *, managed: bool) -> None:
        window = self._client(managed=managed)
        window.set_wm_name("another program")
        window.map()
        self._display.sync()

    def _client(self, *, managed: bool = True) -> Window:
        depth = self._display.screen().root_depth
        look = {"background_pixel": 0xFF00FF, "override_redirect": not managed}
        self._others.append(self._root.create_window(300, 200, 500, 300, 0, depth, **look))
        return self._others[-1]

    # --- within ---

    def _message(self, name: str, *data: int) -> event.ClientMessage:
        assert self.kiosk
        words = [*data, *[0] * (5 - len(data))]
        return event.ClientMessage(window=self.kiosk, client_type=self._atom(name), data=(32, words))

    def _frame(self) -> tuple[Window, int, int]:
        """The window below the root that the kiosk is in, or is; and where the kiosk's upper left corner lies on the screen."""
        assert self.kiosk
        place = self.kiosk.translate_coords(self._root, 0, 0)
        window = self.kiosk
        while (parent := window.query_tree().parent) not in (self._root, X.NONE):
            window = parent
        return window, -place.x, -place.y

    def _tree(self, window: Window) -> Iterator[Window]:
        with suppress(error.BadWindow):
            for child in window.query_tree().children:
                yield child
                yield from self._tree(child)

    def _is_viewable(self, window: Window) -> bool:
        attributes = window.get_attributes()
        return bool(attributes.map_state == X.IsViewable and attributes.win_class == X.InputOutput)

    def _covers(self, window: Window) -> bool:
        """True for a window that shows something on the screen."""
        try:
            place = window.get_geometry()
            return bool(
                self._is_viewable(window)
                and place.x < SIZE[0]
                and place.y < SIZE[1]
                and place.x + place.width > 0
                and place.y + place.height > 0
            )
        except (error.BadWindow, error.BadDrawable):
            return False

    def _name(self, window: Window) -> str:
        return str(window.get_wm_name() or hex(window.id))

    def _root_value(self, name: str) -> int:
        value = self._root.get_full_property(self._atom(name), X.AnyPropertyType)
        return int(value.value[0]) if value else 0

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))

    def _drain(self) -> None:
        self._display.sync()
        while self._display.pending_events():
            self._note(self._display.next_event())

    def _events(self) -> Iterator[event.Event]:
        """What comes, until PATIENCE is at an end."""
        deadline = time.monotonic() + PATIENCE
        while (left := deadline - time.monotonic()) > 0:
            while self._display.pending_events():
                heard = self._display.next_event()
                self._note(heard)
                yield heard
            select.select([self._display], [], [], left)

    def _looks(self) -> Iterator[None]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            yield
            time.sleep(0.05)
