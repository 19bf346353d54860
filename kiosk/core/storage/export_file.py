"""The exported state as one file: a zip of TOML texts, checked whole before anything of it is used."""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.core.files import Unreadable, megabytes
from kiosk.core.problem import Severity
from kiosk.core.storage import arrangement_document, atomic_file
from kiosk.core.storage.atomic_file import MAX_BYTES

DECISIONS = "kiosk.toml"
_VERSION = re.compile(r"history/(\d{6,11}\.toml)")
# Twice the versions that a history keeps.
MAX_FILES = 100
# All texts together, unpacked.
MAX_TOTAL_BYTES = 100_000_000
_README = "The decisions of a waiting-room kiosk. Bring them in on its staff panel: Settings, Backup.\n"


@dataclass(frozen=True)
class Backup:
    """The decisions' text, and those of earlier versions by file name."""

    decisions: str
    versions: Mapping[str, str] = field(default_factory=dict)


def write(target: Path, backup: Backup, now: datetime) -> Path:
    """Writes a new file, named after `now`, into a folder and returns its path. Raises NotSaved."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _README)
        archive.writestr(DECISIONS, backup.decisions)
        for name, text in backup.versions.items():
            archive.writestr(f"history/{name}", text)
    stem = f"kiosk-{now:%Y-%m-%d-%H%M}"
    file, number = target / f"{stem}.zip", 1
    while os.path.lexists(file):
        number += 1
        file = target / f"{stem}-{number}.zip"
    try:
        atomic_file.write(file, packed.getvalue())
    except OSError as error:
        raise atomic_file.not_saved(error, target) from error
    return file


def read(file: Path) -> Backup:
    """An exported file, or a single TOML text. Raises Unreadable unless every part of it is right."""
    try:
        with open(file, "rb") as stream:
            if not zipfile.is_zipfile(stream):
                stream.seek(0)
                data = stream.read(MAX_BYTES + 1)
                if len(data) > MAX_BYTES:
                    raise Unreadable(f"{file.name} has more than {megabytes(MAX_BYTES)}; it is not an export")
                found = Backup(_decode(data, file.name))
            else:
                found = _unpack(stream, file.name)
    except (OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"{file.name} cannot be read ({reason}); export it again") from None
    for name, text in {DECISIONS: found.decisions, **found.versions}.items():
        _check(text, f"{file.name}: {name}")
    return found


def _unpack(stream: io.BufferedReader, name: str) -> Backup:
    texts: dict[str, str] = {}
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_FILES or sum(part.file_size for part in parts) > MAX_TOTAL_BYTES:
            raise Unreadable(f"{name} holds too much for an export of a kiosk")
        for part in parts:
            if part.filename == "README.txt":
                continue
            version = _VERSION.fullmatch(part.filename)
            if (part.filename != DECISIONS and not version) or part.filename in texts:
                raise Unreadable(f"{name} holds “{part.filename}”, which is not part of a kiosk's export")
            # The size that the archive names may be a lie, so no more than it allows is unpacked.
            with archive.open(part) as packed:
                data = packed.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise Unreadable(f"{name} holds too much for an export of a kiosk")
            texts[part.filename] = _decode(data, name)
    if DECISIONS not in texts:
        raise Unreadable(f"{name} is not a kiosk's export: it has no {DECISIONS}")
    return Backup(texts.pop(DECISIONS), {key.removeprefix("history/"): text for key, text in texts.items()})


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Unreadable(f"{name} is not an export of a kiosk") from None


def _check(text: str, name: str) -> None:
    try:
        _, problems = arrangement_document.read(text, name)
    except Unreadable as error:
        raise Unreadable(f"{name} {error}", error.line) from None
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise Unreadable(f"{name}: {problem.message}", problem.line)
