"""The state folder, in every state that people and disks can bring it into."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision
from kiosk.core.arrangement.changes import Changes
from kiosk.core.problem import Severity
from kiosk.core.settings import Settings
from kiosk.core.storage import atomic_file, export_file
from kiosk.core.storage.atomic_file import Busy
from kiosk.core.storage.state_folder import NotSaved, StateFolder, Unreadable
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, Saved, Summary
from tests.core.storage.mounted import small_disk

NOW = datetime(2026, 11, 22, 10, 0)
OFF = {"t/a": Decision(on=False)}


@pytest.fixture
def store(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "a" / "state")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def broken(store: StateFolder) -> list[str]:
    return sorted(path.read_text() for path in store.folder.glob("kiosk.json.broken-*"))


def test_nothing_saved_is_no_problem(store: StateFolder) -> None:
    assert store.read() == (Arrangement(), [])
    assert store.stamp() == (0, 0, 0)
    assert store.history() == ()
    assert store.previous() is None
    assert not store.folder.exists()


def test_a_first_start_does_not_wait_for_what_reads_documents(store: StateFolder) -> None:
    code = (
        "import sys; from pathlib import Path; from kiosk.core.storage.state_folder import StateFolder; "
        f"store = StateFolder(Path({str(store.folder)!r})); store.read(); store.saved_at(); "
        "print('kiosk.core.storage.document_reader' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    for says in ("False\n", "True\n"):
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert ran.stdout == says
        store.write(Arrangement(), Changes(), NOW)


def test_the_last_save_is_told_by_its_number_and_only_by_a_clock_that_may_be_right(store: StateFolder) -> None:
    def save(now: datetime) -> datetime | None:
        store.write(Arrangement(), Changes(), now)
        assert store.history()[0].number == len(store.history()) - 1
        return store.history()[0].saved_at

    assert store.saved_at() is None
    assert save(NOW) == store.saved_at() == NOW
    # Set back by less than two zones are apart, and forward by as much as can be.
    earlier, later = NOW - timedelta(hours=20), NOW + timedelta(days=3000)
    assert save(earlier) == store.saved_at() == earlier
    assert save(later) == store.saved_at() == later
    for wrong in (NOW, datetime(1970, 1, 1), datetime(2099, 1, 1)):
        assert save(wrong) is None
        assert store.saved_at() == later
    store.confirm_clock(NOW)
    assert store.saved_at() == NOW
    assert save(NOW + timedelta(days=1)) is not None


def test_a_save_of_a_far_future_condemns_no_clock(store: StateFolder) -> None:
    """As a version of the program that asked no clock has left it."""
    store.write(Arrangement(), Changes(), NOW)
    store.write(Arrangement(), Changes(), NOW)
    for file in (store.file, store.folder / "history" / "000002.json"):
        file.write_text(file.read_text().replace(NOW.isoformat(), "2099-01-01T00:00:00"))
    assert store.history()[0].saved_at == datetime(2099, 1, 1)
    assert store.saved_at() == NOW


def test_what_is_saved_is_read_back_numbered_and_private(store: StateFolder) -> None:
    saved = store.write(Arrangement(("t/b", "t/a"), OFF), Changes(), NOW)
    assert saved == Arrangement(("t/b", "t/a"), OFF, number=1)
    assert store.read() == (saved, [])
    assert mode(store.folder) == mode(store.folder / "history") == 0o700
    assert {mode(path) for path in store.folder.rglob("*") if path.is_file()} == {0o600}


def test_each_save_changes_the_stamp_and_leaves_the_last_one_as_backup(store: StateFolder) -> None:
    stamps = {store.stamp()}
    for number in range(5):
        text = store.file.read_text() if number else ""
        store.write(Arrangement(("ab"[number % 2],)), Changes(), NOW)
        assert not number or (store.folder / "kiosk.json.bak").read_text() == text
        stamps.add(store.stamp())
    assert len(stamps) == 6


CUT = b'{"format": 1, "number": 3, "slides": [{"id": "x"},'
BROKEN = [b"", b"\n", b'{"format": 1, "number": = 2}\n', b"\xff\xfe\x00", CUT, b"\0" * 400, b"{}", b"[" * 100_000]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_leaves_the_last_good_version_playing(store: StateFolder, content: bytes) -> None:
    store.write(Arrangement(("a",)), Changes(), NOW)
    good = store.write(Arrangement(("b",), OFF), Changes(), NOW)
    store.file.write_bytes(content)
    arrangement, (problem,) = store.read()
    assert arrangement == good
    assert problem.path == str(store.file)
    assert "version 2 plays meanwhile" in problem.message
    assert store.file.read_bytes() == content
    saved = store.update(lambda now: replace(now, order=("c",)), Changes(), NOW)
    assert saved == replace(good, order=("c",), number=3)
    assert store.read() == (saved, [])
    assert (store.folder / "kiosk.json.broken-1").read_bytes() == content


def test_each_broken_file_is_set_aside_under_its_own_name(store: StateFolder) -> None:
    for text in ("one =", "two ="):
        store.write(Arrangement(), Changes(), NOW)
        store.file.write_text(text)
    store.write(Arrangement(), Changes(), NOW)
    assert broken(store) == ["one =", "two ="]


@pytest.mark.parametrize("lost", [["kiosk.json.bak"], ["kiosk.json.bak", "history/000002.json"]])
def test_the_history_stands_in_for_a_lost_backup(store: StateFolder, lost: list[str]) -> None:
    versions = [store.write(Arrangement((letter,)), Changes(), NOW) for letter in "ab"]
    for name in ["kiosk.json", *lost]:
        (store.folder / name).write_text("")
    assert store.read()[0] == versions[1 if len(lost) == 1 else 0]


def test_with_nothing_readable_the_slides_play_as_authored(store: StateFolder) -> None:
    store.folder.mkdir(parents=True)
    store.file.write_text("on = = off")
    arrangement, (problem,) = store.read()
    assert arrangement == Arrangement()
    assert problem.line == 1
    assert "as authored" in problem.message
    store.write(Arrangement(("a",)), Changes(), NOW)
    assert broken(store) == ["on = = off"]
    assert store.read()[1] == []


def test_a_file_that_went_missing_is_said_and_its_decisions_hold(store: StateFolder) -> None:
    saved = store.write(Arrangement(("a",)), Changes(), NOW)
    store.file.unlink()
    arrangement, (problem,) = store.read()
    assert arrangement == saved
    assert "is missing" in problem.message
    assert store.write(arrangement, Changes(), NOW).number == 2


def test_a_newer_format_is_neither_read_nor_overwritten(store: StateFolder) -> None:
    good = store.write(Arrangement(("a",)), Changes(), NOW)
    newer = '{"format": 2, "whatever": 1}'
    store.file.write_text(newer)
    arrangement, (problem,) = store.read()
    assert arrangement == good
    assert "newer version" in problem.message
    with pytest.raises(NotSaved, match="newer version"):
        store.write(Arrangement(), Changes(), NOW)
    assert store.file.read_text() == newer
    assert broken(store) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_somebody_else_counts_for_nothing(store: StateFolder) -> None:
    good = store.write(Arrangement(("a",)), Changes(), NOW)
    os.chown(store.file, 12345, 12345)
    arrangement, (problem,) = store.read()
    assert arrangement == good
    assert "belongs to user 12345" in problem.message
    store.write(arrangement, Changes(), NOW)
    assert store.file.stat().st_uid == 0
    assert len(broken(store)) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_leaves_files_to_the_owner_of_the_folder(store: StateFolder) -> None:
    store.folder.mkdir(parents=True)
    os.chown(store.folder, 12345, 12345)
    store.write(Arrangement(("a",)), Changes(), NOW)
    assert {path.stat().st_uid for path in store.folder.rglob("*")} == {12345}
    assert store.read()[1] == []


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_set_aside(store: StateFolder, make) -> None:  # type: ignore[no-untyped-def]
    good = store.write(Arrangement(("a",)), Changes(), NOW)
    store.file.unlink()
    make(store.file)
    assert store.read()[0] == good
    assert len(store.read()[1]) == 1
    saved = store.write(Arrangement(("b",)), Changes(), NOW)
    assert store.read() == (saved, [])


@pytest.mark.parametrize("number", ["-1", '"x"', "1.5", "true"])
def test_a_bad_number_neither_stops_nor_overwrites_the_history(store: StateFolder, number: str) -> None:
    for letter in "abc":
        store.write(Arrangement((letter,)), Changes(), NOW)
    store.file.write_text(store.file.read_text().replace('"number": 3', f'"number": {number}'))
    assert store.write(Arrangement(("d",)), Changes(), NOW).number == 4
    assert [store.version(number).order for number in (1, 2, 3, 4)] == [("a",), ("b",), ("c",), ("d",)]


def test_a_former_file_is_left_alone_and_named_once(store: StateFolder) -> None:
    store.folder.mkdir(parents=True)
    former = store.folder / "kiosk.toml"
    former.write_text("[settings]\nsession_seconds = 60\n")
    for _ in range(2):
        arrangement, (problem,) = store.read()
        assert arrangement.settings == Settings()
        assert (problem.path, problem.severity) == (str(former), Severity.WARNING)
        store.write(Arrangement(("a",)), Changes(), NOW)
    assert former.read_text() == "[settings]\nsession_seconds = 60\n"


def test_a_wrong_value_is_said_and_the_next_save_is_right_again(store: StateFolder) -> None:
    store.write(Arrangement(("a",), OFF, Settings(session_seconds=60.0)), Changes(), NOW)
    wrong = store.file.read_text().replace("60.0", '"long"')
    store.file.write_text(wrong)
    arrangement, (problem,) = store.read()
    assert arrangement == Arrangement(("a",), OFF, number=1)
    assert problem.message == "setting session_seconds takes a number from 5 to 900 s"
    assert wrong.splitlines()[problem.line - 1].strip() == '"session_seconds": "long"'
    saved = store.write(arrangement, Changes(), NOW)
    assert store.read() == (saved, [])
    assert (store.folder / "kiosk.json.bak").read_text() == wrong


def test_the_last_fifty_versions_are_kept(store: StateFolder) -> None:
    for number in range(1, 61):
        store.write(Arrangement((f"t/{number}",)), Changes(moved=number), NOW + timedelta(minutes=number))
    versions = store.history()
    assert [version.number for version in versions] == list(range(60, 10, -1))
    assert versions[0].summary == Summary(Changes(moved=60))
    assert versions[0].saved_at == NOW + timedelta(hours=1)
    assert store.version(11).order == ("t/11",)
    with pytest.raises(Unreadable, match="not kept"):
        store.version(10)


def test_undo_goes_further_back_each_time_to_what_was_authored(store: StateFolder) -> None:
    for letter in "abc":
        store.write(Arrangement((letter,)), Changes(), NOW)
    seen = []
    while version := store.previous():
        seen.append(store.bring_back(version.number, NOW).order)
    assert seen == [("b",), ("a",), ()]
    versions = store.history()
    assert [version.number for version in versions] == [6, 5, 4, 3, 2, 1, 0]
    origins = [version.summary.origin for version in versions]
    assert origins == [BroughtBack(0), BroughtBack(1), BroughtBack(2), Saved(), Saved(), Saved(), Authored()]


def test_a_draft_is_kept_and_cleared(store: StateFolder) -> None:
    assert store.read_draft() is None
    draft = Arrangement(("a",), OFF, Settings(session_seconds=60.0), Announcement("Late", NOW), 4)
    store.save_draft(draft)
    assert store.read_draft() == draft
    assert store.read() == (Arrangement(), [])
    (store.folder / "draft.json").write_text("x")
    assert store.read_draft() is None
    store.clear_draft()
    store.clear_draft()
    assert not (store.folder / "draft.json").exists()


def test_whoever_holds_the_lock_too_long_is_named(store: StateFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_file, "_POLL_SECONDS", 0.001)
    with atomic_file.writing(store.folder), pytest.raises(Busy, match="somebody else"), atomic_file.writing(store.folder, 0.01):
        pass


def test_a_value_that_no_text_can_hold_is_not_saved(store: StateFolder) -> None:
    store.write(Arrangement(("a",)), Changes(), NOW)
    with pytest.raises(NotSaved, match="cannot be saved"):
        store.write(Arrangement(settings=Settings(phrases=("x" * 500,))), Changes(), NOW)
    assert store.read()[0].order == ("a",)


@pytest.mark.parametrize("folder", ["/proc/kiosk", "/dev/null/kiosk"])
def test_a_folder_that_cannot_be_is_said_in_plain_words(folder: str) -> None:
    with pytest.raises(NotSaved, match=r"Not saved: .*what was saved before is whole"):
        StateFolder(Path(folder)).write(Arrangement(), Changes(), NOW)
    assert StateFolder(Path(folder)).read()[0] == Arrangement()


# --- Export and import -----------------------------------------------------------------------


def test_an_export_brings_everything_to_another_machine_but_the_pin(store: StateFolder, tmp_path: Path) -> None:
    for number, letter in enumerate("abc", 1):
        store.write(Arrangement((letter,), OFF), Changes(moved=number), NOW)
    (store.folder / "pin").write_text("secret hash")
    files = [store.export(tmp_path, NOW) for _ in range(2)]
    assert [file.name for file in files] == ["kiosk-2026-11-22-1000.zip", "kiosk-2026-11-22-1000-2.zip"]
    with zipfile.ZipFile(files[0]) as packed:
        assert b"secret" not in b"".join(map(packed.read, packed.namelist()))
    other = StateFolder(tmp_path / "other")
    assert other.check_import(files[0]).order == ("c",)
    assert not other.folder.exists()
    assert other.import_(files[0], NOW).order == ("c",)
    summaries = [version.summary for version in other.history()]
    assert summaries[-4:] == [*(Summary(Changes(moved=number)) for number in (3, 2, 1)), Summary(origin=Authored())]


def test_an_import_is_one_more_version_where_there_are_some(store: StateFolder, tmp_path: Path) -> None:
    store.write(Arrangement(("a",)), Changes(), NOW)
    file = store.export(tmp_path, NOW)
    store.write(Arrangement(("b",)), Changes(), NOW)
    assert store.import_(file, NOW) == Arrangement(("a",), number=3)
    origins = [version.summary.origin for version in store.history()]
    assert origins == [BroughtIn(file.name), Saved(), Saved(), Authored()]


def archive(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path


GOOD = '{"format": 1, "number": 1}'


@pytest.mark.parametrize(
    ("parts", "part"),
    [
        ({}, "has no kiosk.json"),
        ({"kiosk.json": ""}, "is empty"),
        ({"kiosk.json": '{"format": 9}'}, "newer version"),
        ({"kiosk.json": GOOD.replace("}", ', "settings": {"session_seconds": 1}}')}, "from 5 to 900"),
        ({"kiosk.json": GOOD, "history/000001.json": "x ="}, "not whole JSON"),
        ({"kiosk.json": GOOD, "../pin": "x"}, "not part of"),
        ({"kiosk.json": GOOD, "pin": "x"}, "not part of"),
        ({"kiosk.json": " " * 9_000_000}, "too much"),
        ({"kiosk.json": GOOD} | {f"history/{n:06d}.json": GOOD for n in range(101)}, "too much"),
    ],
)
def test_an_import_that_is_not_right_changes_nothing(
    store: StateFolder, tmp_path: Path, parts: dict[str, str], part: str
) -> None:
    with pytest.raises(Unreadable, match=part):
        store.import_(archive(tmp_path / "x.zip", parts), NOW)
    assert not store.folder.exists()


def test_a_damaged_archive_changes_nothing(store: StateFolder, tmp_path: Path) -> None:
    file = archive(tmp_path / "x.zip", {"kiosk.json": GOOD, "history/000001.json": GOOD})
    data = file.read_bytes()
    for at in range(0, len(data), 3):
        file.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with contextlib.suppress(Unreadable):
            export_file.read(file)
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(Unreadable):
        store.import_(file, NOW)
    with pytest.raises(Unreadable):
        store.import_(tmp_path / "none.zip", NOW)
    assert not store.folder.exists()


# --- A drive that is anybody's ---------------------------------------------------------------


def test_links_on_a_drive_lead_nowhere(store: StateFolder, tmp_path: Path) -> None:
    store.write(Arrangement(("a",)), Changes(), NOW)
    stick, own = tmp_path / "stick", tmp_path / "own"
    stick.mkdir()
    own.write_text("mine")
    name = "kiosk-2026-11-22-1000"
    (stick / f"{name}.zip").symlink_to(own)
    (stick / f".{name}-2.zip.new").symlink_to(own)
    file = store.export(stick, NOW)
    assert file.name == f"{name}-2.zip"
    assert not file.is_symlink()
    assert own.read_text() == "mine"
    good = file.rename(tmp_path / "good.zip")
    (stick / "export.zip").symlink_to(good)
    with pytest.raises(Unreadable, match=r"export.zip is a link"):
        store.check_import(stick / "export.zip")
    os.link(good, stick / "second-name.zip")
    assert store.check_import(stick / "second-name.zip").order == ("a",)


def test_a_pipe_on_a_drive_keeps_nobody_waiting(store: StateFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "export.zip")
    with pytest.raises(Unreadable, match="not a regular file"):
        store.check_import(tmp_path / "export.zip")


@pytest.mark.parametrize("kind", ["folder", "full", "read-only"])
def test_a_drive_that_takes_no_export_is_told_in_plain_words(store: StateFolder, tmp_path: Path, kind: str) -> None:
    store.write(Arrangement(("a",)), Changes(), NOW)
    if kind == "folder":
        (tmp_path / ".kiosk-2026-11-22-1000.zip.new").mkdir()
        with pytest.raises(NotSaved, match="cannot be written"):
            store.export(tmp_path, NOW)
        return
    with small_disk(tmp_path / "stick", kind) as stick, pytest.raises(NotSaved, match=kind):
        store.export(stick, NOW)
