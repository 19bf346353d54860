"""The exported state as one file: a zip of documents, checked whole before anything of it is used."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from kiosk.core import running_jobs
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.files import Unreadable, megabytes, reason
from kiosk.core.problem import Severity
from kiosk.core.storage import arrangement_document, atomic_file
from kiosk.core.storage.atomic_file import MAX_BYTES
from kiosk.core.storage.open_folder import open_folder

DOCUMENT = "kiosk.json"
_VERSION = re.compile(r"history/\d{6,11}\.json")
# Twice the versions that a history keeps.
MAX_FILES = 100
# All documents together, unpacked.
MAX_TOTAL_BYTES = 100_000_000
_README = "The decisions of a waiting-room kiosk. Bring them in on its staff panel: Settings, Backup.\n"


class Backup(Struct, frozen=True):
    """An exported state: the arrangement that held, and the documents of the history by file name."""

    arrangement: Arrangement
    versions: Mapping[str, bytes] = field(default_factory=dict)


def write(target: Path, document: bytes, versions: Mapping[str, bytes], now: datetime) -> Path:
    """Writes a new file, named after `now`, into a folder and returns its path. Raises NotSaved."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _README)
        archive.writestr(DOCUMENT, document)
        for name, data in versions.items():
            archive.writestr(f"history/{name}", data)
    stem = f"kiosk-{now:%Y-%m-%d-%H%M}"
    name, number = f"{stem}.zip", 1
    try:
        with open_folder(target) as folder:
            while folder.exists(name):
                number += 1
                name = f"{stem}-{number}.zip"
            atomic_file.write(folder, name, packed.getvalue())
    except OSError as error:
        raise atomic_file.not_saved(error, target) from error
    return target / name


def read(file: Path) -> Backup:
    """An exported file, or a single document. Raises Unreadable unless every part of it is right.

    It lies on a drive that may be anybody's: a link on it leads nowhere, and a pipe keeps nobody waiting.
    """
    try:
        with open(_opened(file), "rb") as stream:
            if zipfile.is_zipfile(stream):
                parts = _unpack(stream, file.name)
            else:
                stream.seek(0)
                parts = {DOCUMENT: stream.read(MAX_BYTES + 1)}
    except (OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise Unreadable(f"{file.name} cannot be read ({reason(error)}); export it again") from None
    arrangements = {name: _checked(data, f"{file.name}: {name}") for name, data in parts.items()}
    versions = {name.removeprefix("history/"): data for name, data in parts.items() if name != DOCUMENT}
    return Backup(arrangements[DOCUMENT], versions)


def _opened(file: Path) -> int:
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise Unreadable(f"{file.name} is a link, not a kiosk's export") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unreadable(f"{file.name} is not a regular file")
    return handle


def _unpack(stream: io.BufferedReader, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
            raise Unreadable(f"{name} holds too much for an export of a kiosk")
        for entry in entries:
            if entry.filename == "README.txt":
                continue
            version = _VERSION.fullmatch(entry.filename)
            if (entry.filename != DOCUMENT and not version) or entry.filename in parts:
                raise Unreadable(f"{name} holds “{entry.filename}”, which is not part of a kiosk's export")
            running_jobs.sign_of_life()
            # The size that the archive names may be a lie, so no more than it allows is unpacked.
            with archive.open(entry) as packed:
                parts[entry.filename] = packed.read(MAX_BYTES + 1)
    if DOCUMENT not in parts:
        raise Unreadable(f"{name} is not a kiosk's export: it has no {DOCUMENT}")
    return parts


def _checked(data: bytes, name: str) -> Arrangement:
    running_jobs.sign_of_life()
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} has more than {megabytes(MAX_BYTES)}, too much for an export of a kiosk")
    try:
        arrangement, problems = arrangement_document.read(data, name)
    except Unreadable as error:
        raise Unreadable(f"{name} {error}", error.line) from None
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise Unreadable(f"{name}: {problem.message}", problem.line)
    return arrangement
