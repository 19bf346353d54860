"""The window system's side: when a picture is really on the screen, and a pointer that nobody sees."""

from __future__ import annotations

from PySide6.QtGui import QCursor, QPixmap, QWindow


def wait_until_drawn(window: QWindow) -> None:
    """Returns when the window system has drawn all that the window has sent it so far.

    Qt says that a frame is swapped when it has sent the picture, which a busy X server may not have looked at yet. A server
    takes a client's requests in their order; so once it has answered a question that was asked after the picture, the
    picture is drawn. The question is for one pixel. (A graphics card shows the frame at the next refresh, within 17 ms.
    Wayland answers at once: its compositor shows whole frames alone, and nobody else can see the screen in between.)
    """
    window.screen().grabWindow(window.winId(), 0, 0, 1, 1)


def invisible_pointer() -> QCursor:
    # Qt.CursorShape.BlankCursor would do, and would have Qt's whole namespace made for it, which takes 15 ms of a start.
    nothing = QPixmap(1, 1)
    nothing.fill("transparent")
    return QCursor(nothing)
