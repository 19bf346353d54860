"""What desktops and their programs say to a window: client messages of the X protocol, sent by libX11."""

from __future__ import annotations

import ctypes

CLIENT_MESSAGE = 33
# A message to the window itself goes to whoever made it; one for the window manager to all who handle the root's windows.
TO_MAKER, TO_MANAGER = 0, 1 << 19 | 1 << 20
REMOVE = 0


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, as long as an XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 24),
    )


class _Server:
    """A connection, for a few messages."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display, f"no X server at {display}"

    def atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def send(self, window: int, kind: str, *data: int, to_manager: bool) -> None:
        message = _ClientMessage(type=CLIENT_MESSAGE, window=window, message_type=self.atom(kind), format=32)
        message.data[: len(data)] = data
        target = self._x.XDefaultRootWindow(self._display) if to_manager else window
        mask = ctypes.c_long(TO_MANAGER if to_manager else TO_MAKER)
        self._x.XSendEvent(self._display, ctypes.c_ulong(target), 0, mask, ctypes.byref(message))

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)


def ask_to_close(display: str, window: str) -> None:
    """As a title bar's cross or Alt+F4 does."""
    server = _Server(display)
    server.send(int(window), "WM_PROTOCOLS", server.atom("WM_DELETE_WINDOW"), to_manager=False)
    server.close()


def have_closed(display: str, window: str) -> None:
    """As a task bar does: the window manager is to close it."""
    server = _Server(display)
    server.send(int(window), "_NET_CLOSE_WINDOW", to_manager=True)
    server.close()


def have_state_removed(display: str, window: str, state: str) -> None:
    """The window manager is to take a state such as _NET_WM_STATE_FULLSCREEN from it."""
    server = _Server(display)
    server.send(int(window), "_NET_WM_STATE", REMOVE, server.atom(state), to_manager=True)
    server.close()
