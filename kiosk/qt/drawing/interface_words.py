"""The interface's words on a page of a slide, in the language that the interface speaks now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.layout.rendition import InterfaceWords


def interface_words() -> InterfaceWords:
    return InterfaceWords(
        of=QCoreApplication.translate("Stage", "{} of {}"),
        page_of=QCoreApplication.translate("Stage", "page {} of {}"),
        glossary=QCoreApplication.translate("Stage", "Words to know"),
    )
