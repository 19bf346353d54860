"""A folder held open, and the files in it: no link leads anywhere else, and what the program did not leave there is refused.

All is done relative to the folder's descriptor, so that whoever may change the names above it or in it cannot have another
place read, written, renamed, removed or given away: not even by root, who comes with `sudo main.py pin`.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kiosk.core.files import user_name

# As many as Linux follows itself on one way (path_resolution(7)).
MOST_LINKS = 40
_PLACE = os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without O_NONBLOCK, opening a pipe that somebody left in the folder would wait for ever.
_FILE = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class Untrusted(OSError):
    """A link, or something else that the program did not leave there. The message names it and the remedy."""

    def __init__(self, path: Path, what: str, remedy: str = "remove it") -> None:
        super().__init__(f"{path} {what}; {remedy}")
        # Without the path, for whoever names it already.
        self.what = f"{what}; {remedy}"


class OpenFolder:
    """`path`: the way by which it was opened, for messages alone. `owner`: the user to whom all in it belongs, by number."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.handle = handle
        status = os.fstat(handle)
        self.owner, self._group = status.st_uid, status.st_gid

    def __enter__(self) -> OpenFolder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.handle)

    # --- what is there ---

    def names(self) -> list[str]:
        return os.listdir(self.handle)

    def exists(self, name: str) -> bool:
        """True for a link that leads nowhere, too. Raises OSError where that cannot be told."""
        try:
            os.stat(name, dir_fd=self.handle, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return True

    # --- files ---

    def open(self, name: str, flags: int) -> int:
        """The descriptor of a file that is there. Raises OSError; Untrusted unless it is a regular one of the right owner.

        Where it is written to, or this user is not the folder's owner, it must have no second name: by a hard link the
        owner could have another's file read or changed.
        """
        try:
            handle = os.open(name, flags | _FILE, dir_fd=self.handle)
        except OSError as error:
            raise self._named(name, error) from None
        try:
            self._check(name, os.fstat(handle), flags)
        except BaseException:
            os.close(handle)
            raise
        return handle

    def _named(self, name: str, error: OSError) -> OSError:
        if error.errno == errno.ELOOP:
            return Untrusted(self.path / name, "is a link")
        # A socket, or a device that is not there.
        return Untrusted(self.path / name, "is not a regular file") if error.errno == errno.ENXIO else error

    def _check(self, name: str, status: os.stat_result, flags: int) -> None:
        if not stat.S_ISREG(status.st_mode):
            raise Untrusted(self.path / name, "is not a regular file")
        self._check_owner(name, status.st_uid)
        # None at all has a file that was replaced a moment ago.
        if status.st_nlink > 1 and (flags & os.O_ACCMODE != os.O_RDONLY or os.geteuid() != self.owner):
            raise Untrusted(self.path / name, "has a second name (a hard link)")

    def _check_owner(self, name: str, owner: int) -> None:
        if owner not in {self.owner, os.geteuid(), 0}:
            remedy = f"give it to {user_name(self.owner)} with chown"
            raise Untrusted(self.path / name, f"belongs to {user_name(owner)}", remedy)

    def create(self, name: str) -> int:
        """The descriptor of a new file, mode 0600, that belongs to the folder's owner. Raises OSError."""
        handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FILE, 0o600, dir_fd=self.handle)
        try:
            self._give(handle)
        except BaseException:
            os.close(handle)
            raise
        return handle

    def open_or_create(self, name: str) -> int:
        """The descriptor of a file that stays, to be locked and written to. Raises OSError."""
        try:
            return self.create(name)
        except FileExistsError:
            return self.open(name, os.O_RDWR)

    def rename(self, name: str, to: str) -> None:
        os.replace(name, to, src_dir_fd=self.handle, dst_dir_fd=self.handle)

    def link(self, name: str, to: str) -> None:
        """Gives a file a second name; a link itself, not what it leads to."""
        os.link(name, to, src_dir_fd=self.handle, dst_dir_fd=self.handle, follow_symlinks=False)

    def remove(self, name: str) -> None:
        os.unlink(name, dir_fd=self.handle)

    def sync(self) -> None:
        """Makes what was made, renamed or removed here last. Raises OSError."""
        try:
            os.fsync(self.handle)
        except OSError as error:
            # Some file systems of memory sticks cannot do this for a folder.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise

    # --- folders ---

    def inside(self, name: str, make: bool = False) -> OpenFolder:
        """A folder in this one, never by a link. `make`: it is made (mode 0700) where it is missing. Raises OSError."""
        try:
            handle = os.open(name, _FOLDER, dir_fd=self.handle)
        except FileNotFoundError:
            if not make:
                raise
            handle = _make(self.handle, name)
            self.sync()
        except OSError as error:
            if error.errno not in (errno.ELOOP, errno.ENOTDIR):
                raise
            raise Untrusted(self.path / name, "is not a folder", "move it away") from None
        folder = OpenFolder(self.path / name, handle)
        try:
            self._check_owner(name, folder.owner)
        except BaseException:
            os.close(handle)
            raise
        return folder

    def narrow(self) -> None:
        """Takes the folder, if it is this user's own, from everybody else: mode 0700. Raises OSError."""
        if self.owner == os.geteuid() and os.fstat(self.handle).st_mode & 0o077:
            os.fchmod(self.handle, 0o700)

    def _give(self, handle: int) -> None:
        # Root at a terminal must not leave files behind that the kiosk's own user cannot read.
        if os.geteuid() == 0 and self.owner != 0:
            os.fchown(handle, self.owner, self._group)


def open_folder(path: Path, make: bool = False) -> OpenFolder:
    """Opens a folder. `make`: it is made (mode 0700), with those above it, where it is missing. Raises OSError.

    A link on the way counts only if root or this user made it; else Untrusted. So the kiosk's user may keep the state behind
    a link, and cannot lead root by one.
    """
    place = os.open("/", _PLACE)
    try:
        names = [*reversed(Path(os.path.abspath(path)).parts[1:])]
        links = 0
        while names:
            name = names.pop()
            there = _step(place, name, make)
            target = _target(there, path)
            if target is None:
                os.close(place)
                place = there
                continue
            os.close(there)
            links += 1
            if links > MOST_LINKS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
            if target.is_absolute():
                os.close(place)
                place = os.open("/", _PLACE)
            names += reversed(target.parts[1:] if target.is_absolute() else target.parts)
        return OpenFolder(path, os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=place))
    finally:
        os.close(place)


def _step(place: int, name: str, make: bool) -> int:
    try:
        return os.open(name, _PLACE, dir_fd=place)
    except FileNotFoundError:
        if not make:
            raise
    return _make(place, name)


def _target(handle: int, path: Path) -> Path | None:
    """The way that a link names; None for what is no link. Raises Untrusted."""
    status = os.fstat(handle)
    if not stat.S_ISLNK(status.st_mode):
        return None
    if status.st_uid not in {0, os.geteuid()}:
        whose = user_name(status.st_uid)
        raise Untrusted(path, f"is reached by a link of {whose}, which is not followed", "name the folder itself with --state")
    return Path(os.readlink("", dir_fd=handle))


def _make(place: int, name: str) -> int:
    """Makes a folder that belongs to the owner of the one around it. It lasts from the first save in it on."""
    with suppress(FileExistsError):
        os.mkdir(name, 0o700, dir_fd=place)
    handle = os.open(name, _FOLDER, dir_fd=place)
    try:
        around = os.fstat(place)
        # Only what is empty: another one may have come to stand there since.
        if os.geteuid() == 0 and around.st_uid != 0 and os.fstat(handle).st_uid == 0 and not os.listdir(handle):
            os.fchown(handle, around.st_uid, around.st_gid)
    except BaseException:
        os.close(handle)
        raise
    return handle
