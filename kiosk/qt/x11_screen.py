"""A second look at the X server: it tells when our window is covered or taken off the screen, which Qt leaves unsaid.

A connection of its own, by the C library that Qt's own stands on, so that Qt's is asked for nothing that it does not expect.
At rest nothing comes through it. Under Wayland there is no such thing: no program there sees another's windows.
"""

from __future__ import annotations

import ctypes
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

# From X.h and Xproto.h of the X protocol, version 11.
CW_EVENT_MASK = 1 << 11
CONFIG_WINDOW_STACK_MODE, STACK_MODE_ABOVE = 1 << 6, 0
VISIBILITY_CHANGE, STRUCTURE_NOTIFY, SUBSTRUCTURE_NOTIFY = 1 << 16, 1 << 17, 1 << 19
VISIBILITY_NOTIFY, DESTROY_NOTIFY, UNMAP_NOTIFY, MAP_NOTIFY = 15, 17, 18, 19
SENT_BY_A_PROGRAM = 0x80
UNOBSCURED = 0
INPUT_FOCUS_PARENT = 2
CURRENT_TIME = 0
# Where a number begins, in bytes: the state in a visibility note; the window that a map, unmap or destroy note is about; the
# parent in the answer to a question for the tree.
STATE = 8
ABOUT = 8
PARENT = 12


class X11Screen(QObject):
    """Watches one window, by its number on the X server. `disturbed`: something may have come over it, or it has gone.

    `covered`: something lies over it now. (Where a compositing desktop draws the windows, the server calls none covered.)
    """

    disturbed = Signal()

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        """Raises OSError without the library, or without an answer from the X server."""
        super().__init__(parent)
        self._window = window
        self.covered = False
        # The windows that have come since, and not gone.
        self._newcomers: set[int] = set()
        self._xcb = _library()
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._server = ctypes.c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._server):
            self._xcb.xcb_disconnect(self._server)
            raise OSError("the X server does not answer")
        self._listen(window, VISIBILITY_CHANGE | STRUCTURE_NOTIFY)
        # Windows that come are heard of here as well: where the desktop draws them, it calls none of them covered.
        self._listen(self._root(), SUBSTRUCTURE_NOTIFY)
        self._xcb.xcb_flush(self._server)
        descriptor = self._xcb.xcb_get_file_descriptor(self._server)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_events)

    def raise_above(self) -> None:
        """Puts the window above all others. (Qt's own request waits for the next thing that it has to say.)"""
        above = (ctypes.c_uint32 * 1)(STACK_MODE_ABOVE)
        self._xcb.xcb_configure_window(self._server, self._window, CONFIG_WINDOW_STACK_MODE, above)
        self._xcb.xcb_flush(self._server)

    def clear_away(self) -> None:
        """Takes off the screen what has come since this began, unless it is ours.

        For menus and the like, below which a window manager keeps every window that it manages.
        """
        for window in self._newcomers - self._ours():
            self._xcb.xcb_unmap_window(self._server, window)
        self._xcb.xcb_flush(self._server)

    def focus(self) -> None:
        """Gives the window the keyboard, whoever has it. (Qt asks as of the last thing it saw, which may be too old.)"""
        self._xcb.xcb_set_input_focus(self._server, INPUT_FOCUS_PARENT, self._window, CURRENT_TIME)
        self._xcb.xcb_flush(self._server)

    def close(self) -> None:
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self._xcb.xcb_disconnect(self._server)

    def _listen(self, window: int, mask: int) -> None:
        self._xcb.xcb_change_window_attributes(self._server, window, CW_EVENT_MASK, (ctypes.c_uint32 * 1)(mask))

    def _ours(self) -> set[int]:
        """The window, and the frames that a window manager has put around it."""
        ours: set[int] = set()
        window = self._window
        while window and window not in ours:
            ours.add(window)
            question = self._xcb.xcb_query_tree(self._server, window)
            answer = self._xcb.xcb_query_tree_reply(self._server, question, None)
            window = ctypes.c_uint32.from_buffer_copy(ctypes.string_at(answer, 32), PARENT).value if answer else 0
            self._free(answer)
        return ours

    def _root(self) -> int:
        """The window that fills the first screen: xcb_screen_t begins with it."""
        setup = self._xcb.xcb_get_setup(self._server)
        screen = self._xcb.xcb_setup_roots_iterator(ctypes.c_void_p(setup)).data
        return int(screen[0])

    @Slot()
    def _on_events(self) -> None:
        disturbed = False
        while event := self._xcb.xcb_poll_for_event(self._server):
            disturbed |= self._disturbs(ctypes.string_at(event, 32))
            self._free(event)
        if self._xcb.xcb_connection_has_error(self._server):
            # The server is gone, and with it this process in a moment: Qt sees to that.
            self.close()
        elif disturbed:
            self.disturbed.emit()

    def _disturbs(self, event: bytes) -> bool:
        """The numbers in an event are in the machine's own order."""
        kind = event[0] & ~SENT_BY_A_PROGRAM
        if kind == VISIBILITY_NOTIFY:
            self.covered = event[STATE] != UNOBSCURED
            return self.covered
        about = ctypes.c_uint32.from_buffer_copy(event, ABOUT).value
        if kind == MAP_NOTIFY and about != self._window:
            self._newcomers.add(about)
            return True
        if kind in (UNMAP_NOTIFY, DESTROY_NOTIFY):
            self._newcomers.discard(about)
        return kind == UNMAP_NOTIFY and about == self._window


class _Question(ctypes.Structure):
    """xcb_query_tree_cookie_t."""

    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    """xcb_screen_iterator_t."""

    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


def _library() -> Any:
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    for name, result, arguments in (
        ("xcb_connect", pointer, [ctypes.c_char_p, pointer]),
        ("xcb_disconnect", None, [pointer]),
        ("xcb_connection_has_error", ctypes.c_int, [pointer]),
        ("xcb_get_setup", pointer, [pointer]),
        ("xcb_setup_roots_iterator", _Screens, [pointer]),
        ("xcb_change_window_attributes", number, [pointer, number, number, pointer]),
        ("xcb_configure_window", number, [pointer, number, ctypes.c_uint16, pointer]),
        ("xcb_unmap_window", number, [pointer, number]),
        ("xcb_query_tree", _Question, [pointer, number]),
        ("xcb_query_tree_reply", pointer, [pointer, _Question, pointer]),
        ("xcb_set_input_focus", number, [pointer, ctypes.c_uint8, number, number]),
        ("xcb_flush", ctypes.c_int, [pointer]),
        ("xcb_get_file_descriptor", ctypes.c_int, [pointer]),
        ("xcb_poll_for_event", pointer, [pointer]),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
