"""What desktops and their programs say to a window: client messages of the X protocol."""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

# EWMH 1.5, _NET_WM_STATE.
REMOVE = 0
FOR_MANAGER = X.SubstructureRedirectMask | X.SubstructureNotifyMask


def ask_to_close(display: str, window: str) -> None:
    """As a title bar's cross or Alt+F4 does (ICCCM 4.2.8.1)."""
    _send(display, window, "WM_PROTOCOLS", "WM_DELETE_WINDOW", to_manager=False)


def have_closed(display: str, window: str) -> None:
    """As a task bar does: the window manager is to close it."""
    _send(display, window, "_NET_CLOSE_WINDOW")


def have_state_removed(display: str, window: str, state: str) -> None:
    """The window manager is to take a state such as _NET_WM_STATE_FULLSCREEN from it."""
    _send(display, window, "_NET_WM_STATE", REMOVE, state)


def _send(display: str, window: str, kind: str, *data: int | str, to_manager: bool = True) -> None:
    """Sends a message about a window to the window manager, or to whoever made the window. Names stand for their atoms."""
    server = Display(display)
    words = [server.intern_atom(word) if isinstance(word, str) else word for word in data]
    target = server.create_resource_object("window", int(window))
    message = ClientMessage(window=target, client_type=server.intern_atom(kind), data=(32, [*words, *[0] * (5 - len(words))]))
    if to_manager:
        server.screen().root.send_event(message, event_mask=FOR_MANAGER)
    else:
        target.send_event(message)
    server.close()
