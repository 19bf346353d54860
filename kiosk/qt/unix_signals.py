"""SIGTERM and Ctrl+C, turned into an event of the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from kiosk.core.stop_signals import StopSignals


class UnixSignals(QObject):
    """Calls `stop` in the event loop; soon after it has begun, if the signal came before."""

    def __init__(self, signals: StopSignals, stop: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._stop = stop
        self._notifier = QSocketNotifier(signals.receiving, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def close(self) -> None:
        self._notifier.setEnabled(False)

    @Slot()
    def _on_signal(self) -> None:
        if self._signals.read():
            self._stop()
