"""What went wrong with the state folder, a drive or a PIN, in the interface's language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.core.files import Withheld
from kiosk.core.problem import Problem
from kiosk.core.storage.atomic_file import Fault, NotSaved
from kiosk.core.storage.weak_pins import LONGEST, SHORTEST, Refusal, RefusedPin
from kiosk.qt.bridge.declarations import QT_TRANSLATE_NOOP

FAULTS = {
    Fault.FULL: QT_TRANSLATE_NOOP("Storage", "Nothing can be saved: the disk is full. Have room made on it."),
    Fault.READ_ONLY: QT_TRANSLATE_NOOP("Storage", "Nothing can be saved: the disk is read-only. Have that changed."),
    Fault.TOO_LARGE: QT_TRANSLATE_NOOP("Storage", "Nothing can be saved: this machine allows no files of that size."),
    Fault.FORBIDDEN: QT_TRANSLATE_NOOP(
        "Storage", "Nothing can be saved: the folder for it belongs to another user of this machine. Have that changed."
    ),
    Fault.NO_FOLDER: QT_TRANSLATE_NOOP(
        "Storage", "Nothing can be saved: something else stands where the folder for it should be. Have it moved away."
    ),
    Fault.UNTRUSTED: QT_TRANSLATE_NOOP(
        "Storage", "Nothing can be saved: in the folder for it lies something that this program did not put there."
    ),
    Fault.UNWRITABLE: QT_TRANSLATE_NOOP("Storage", "Nothing can be saved: the disk does not take it. Have it looked at."),
    Fault.BUSY: QT_TRANSLATE_NOOP("Storage", "Somebody else is saving at the moment. Try again."),
    Fault.NEWER: QT_TRANSLATE_NOOP(
        "Storage", "Nothing can be saved: a newer version of this program has saved here. Have this one updated."
    ),
    Fault.NO_TEXT: QT_TRANSLATE_NOOP("Storage", "Not saved: it holds something that cannot be saved."),
}
REFUSALS = {
    Refusal.NO_PIN: QT_TRANSLATE_NOOP("Storage", "A PIN has %1 to %2 digits."),
    Refusal.ONE_DIGIT: QT_TRANSLATE_NOOP("Storage", "One digit again and again is easily guessed. Choose another PIN."),
    Refusal.COUNTS: QT_TRANSLATE_NOOP("Storage", "Counting up or down is easily guessed. Choose another PIN."),
    Refusal.REPEATS: QT_TRANSLATE_NOOP("Storage", "What repeats itself is easily guessed. Choose another PIN."),
    Refusal.MOST_USED: QT_TRANSLATE_NOOP("Storage", "Many people choose that PIN: it is easily guessed. Choose another."),
}
# Wrong PINs since the last right one that staff are told of: fewer are slips of a finger.
TOLD_FROM = 3


def sentence(error: Exception) -> str:
    """The reason why something was not done."""
    if isinstance(error, NotSaved):
        return _translated(FAULTS[error.fault])
    if isinstance(error, RefusedPin):
        return refused_pin(error.why)
    if isinstance(error, Withheld):
        return _translated(FAULTS[Fault.UNWRITABLE])
    return str(error)


def refused_pin(why: Refusal) -> str:
    return _translated(REFUSALS[why]).replace("%1", str(SHORTEST)).replace("%2", str(LONGEST))


def unreadable_pin() -> str:
    return QCoreApplication.translate(
        "Storage", "The PIN cannot be read. Whoever looks after this machine sets it anew at a terminal with: main.py pin"
    )


def wrong_pins(count: int) -> str:
    """The wrong PINs since the last right one, where they are worth a word; else ""."""
    if count < TOLD_FROM:
        return ""
    return QCoreApplication.translate("Storage", "%1 wrong PINs were tried since the last right one.").replace("%1", str(count))


def problems(found: Sequence[Problem]) -> str:
    """Everything that is wrong with what was saved: the first in full, and how many more; "" for none."""
    if not found:
        return ""
    first = found[0]
    told = f"{Path(first.path).name}:{first.line}: {first.message}"
    if more := len(found) - 1:
        told += QCoreApplication.translate("Storage", " (and %1 more)").replace("%1", str(more))
    text = QCoreApplication.translate(
        "Storage", "Something in what was saved cannot be used; the rest plays. Tell whoever looks after this machine: %1."
    )
    return text.replace("%1", told)


def _translated(text: object) -> str:
    return QCoreApplication.translate("Storage", str(text))
