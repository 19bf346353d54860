"""Nothing that was saved is lost: not by kill -9, not by a full disk, not by a second writer."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.core.arrangement.arrangement import Arrangement, Decision
from kiosk.core.arrangement.changes import Changes
from kiosk.core.storage import atomic_file
from kiosk.core.storage.state_folder import NotSaved, StateFolder

NOW = datetime(2026, 11, 22, 10, 0)
ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("saving.py")
OLD = Arrangement(("t/a", "t/b"), number=2)
NEW = Arrangement(("t/b", "t/a"), {"t/a": Decision(on=False)}, number=3)


@pytest.fixture
def store(tmp_path: Path) -> StateFolder:
    store = StateFolder(tmp_path / "state")
    store.write(Arrangement(), Changes(), NOW)
    assert store.write(OLD, Changes(), NOW) == OLD
    return store


def saving(*arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_kill_nine_at_any_moment_leaves_the_old_or_the_new_state_whole(tmp_path: Path) -> None:
    """A sample; `tests/long/test_kills.py` has many more."""
    assert saving("kill", tmp_path / "state", 60).communicate(timeout=120) == ("whole\n", "")


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    writers = [saving("count", tmp_path / "state", name, 100) for name in "ab"]
    assert [writer.communicate(timeout=120) for writer in writers] == [("", ""), ("", "")]
    arrangement, problems = StateFolder(tmp_path / "state").read()
    assert not problems
    assert arrangement.number == 200
    assert {name: arrangement.decision(name).seconds for name in "ab"} == {"a": 103, "b": 103}


class Disk:
    """Lets a number of bytes be written, then none. `calls` names what was done, in order."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.calls: list[str] = []
        self._write, self._fsync, self._replace = os.write, os.fsync, os.replace

    def write(self, handle: int, data: memoryview) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = self._write(handle, data[: int(min(self.room, len(data)))])
        self.room -= written
        return written

    def fsync(self, handle: int) -> None:
        self.calls.append("fsync " + Path(os.readlink(f"/proc/self/fd/{handle}")).name)

    def replace(self, source: str, target: str, **folders: int) -> None:
        self.calls.append(f"replace {target}")
        self._replace(source, target, **folders)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk(float("inf"))
    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(atomic_file.os, name, getattr(disk, name))
    return disk


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_disk_that_is_full_at_every_byte_count(store: StateFolder, disk: Disk) -> None:
    before = files(store.folder)
    backup = "kiosk.json.bak"
    for room in range(10_000):
        disk.room = room
        try:
            saved = store.write(NEW, Changes(), NOW)
        except NotSaved as error:
            assert "disk is full" in str(error)  # noqa: PT017
            assert store.read() == (OLD, [])
            # Only the backup may have gone on, to what still holds.
            after = files(store.folder)
            assert {**after, backup: b""} == {**before, backup: b""}
            assert after[backup] in (before[backup], before["kiosk.json"])
        else:
            break
    after = files(store.folder)
    assert room == sum(len(after[name]) for name in ("history/000003.json", backup, "kiosk.json"))
    assert saved == NEW
    assert store.read() == (NEW, [])


def test_every_rename_comes_after_its_data_and_before_the_folder(store: StateFolder, disk: Disk) -> None:
    store.write(NEW, Changes(), NOW)
    assert disk.calls == [
        *("fsync .000003.json.new", "replace 000003.json", "fsync history"),
        *("fsync .kiosk.json.bak.new", "replace kiosk.json.bak", "fsync state"),
        *("fsync .kiosk.json.new", "replace kiosk.json", "fsync state"),
    ]


def test_a_limit_on_the_size_of_files(store: StateFolder) -> None:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
            store.write(NEW, Changes(), NOW)
        except NotSaved as error:
            status = 0 if "files of that size" in str(error) else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert store.read() == (OLD, [])


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root can mount")
def test_a_real_full_and_then_read_only_disk(tmp_path: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "kiosk-test", tmp_path], check=False).returncode:
        pytest.skip("this machine does not let us mount")
    try:
        store = StateFolder(tmp_path / "state")
        saved = store.write(OLD, Changes(), NOW)
        filler = tmp_path / "filler"
        with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as stream:  # noqa: PT012
            while stream.write(b"x" * 512):
                pass
        for _ in range(3):
            with pytest.raises(NotSaved, match="disk is full"):
                store.write(NEW, Changes(), NOW)
            assert store.read() == (saved, [])
        filler.unlink()
        saved = store.write(NEW, Changes(), NOW)
        subprocess.run(["mount", "-o", "remount,ro", tmp_path], check=True)
        with pytest.raises(NotSaved, match="read-only"):
            store.write(OLD, Changes(), NOW)
        assert store.read() == (saved, [])
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_folder_that_may_not_be_written(store: StateFolder) -> None:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            store.folder.chmod(0o555)
            (store.folder / "history").chmod(0o555)
            for path in store.folder.rglob("*"):
                path.chmod(0o555)
            for folder in (store.folder, *list(store.folder.parents)[:4]):
                if folder.stat().st_mode & 0o005 != 0o005 and folder.stat().st_uid == os.geteuid():
                    folder.chmod(0o755 if folder != store.folder else 0o555)
            if os.geteuid() == 0:
                os.setuid(65534)
            store.write(NEW, Changes(), NOW)
        except NotSaved as error:
            status = 0 if "may not write into" in str(error) else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert store.read() == (OLD, [])
