"""The slides folder's trouble as a whole, in one sentence for staff."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.content.deck import Trouble


def in_words(trouble: Trouble) -> str:
    """What is wrong and what becomes of it; "" for no trouble."""
    return {
        Trouble.NONE: "",
        Trouble.MISSING: QCoreApplication.translate(
            "StaffPanel", "The slides folder is missing. The last slides keep playing; it is looked for every few seconds."
        ),
        Trouble.UNREADABLE: QCoreApplication.translate(
            "StaffPanel", "The slides folder cannot be read. The last slides keep playing; it is tried every few seconds."
        ),
        Trouble.EMPTY: QCoreApplication.translate(
            "StaffPanel", "The slides folder is empty. The last slides keep playing until there are others."
        ),
        Trouble.PARTLY: QCoreApplication.translate(
            "StaffPanel", "A part of the slides folder cannot be read. Its slides keep playing as they were."
        ),
        Trouble.SLOW: QCoreApplication.translate(
            "StaffPanel", "The slides folder does not answer. The last slides keep playing until it does."
        ),
    }[trouble]
