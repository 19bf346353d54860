"""Nobody is led by a link in the state folder, nor out of it: not even root, in a folder that the kiosk's user may change."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.cli import order, pin, settings
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.files import Unreadable
from kiosk.core.settings import Settings
from kiosk.core.storage import pin as pin_file
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.open_folder import Untrusted, open_folder
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_tries import Moment
from kiosk.core.storage.single_run import SingleRun
from kiosk.core.storage.state_folder import StateFolder
from tests.core.storage.mounted import open_the_way

NOW = datetime(2026, 11, 22, 10, 0)
KIOSK = 12345
IS_ROOT = os.geteuid() == 0
SECRET = "not for the kiosk"
# Every name that the program opens, makes, renames or removes in its folder.
NAMES = (
    *("lock", "running", "kiosk.json", "kiosk.json.bak", "kiosk.json.broken-1", "draft.json", "pin", "room"),
    *(".kiosk.json.new", ".kiosk.json.bak.new", ".draft.json.new", ".pin.new", ".room.new"),
    *("history/000001.json", "history/000002.json", "history/000003.json", "history/.000003.json.new"),
)


def save(state: Path) -> None:
    StateFolder(state).update(lambda now: Arrangement(("t/new", *now.order)), Changes(), NOW)


def drafts(state: Path) -> None:
    store = StateFolder(state)
    store.save_draft(store.read_draft() or Arrangement(("t/draft",)))
    store.clear_draft()


def restore(state: Path) -> None:
    store = StateFolder(state)
    for version in store.history():
        store.bring_back(version.number, NOW)
    store.previous()


def export(state: Path) -> None:
    StateFolder(state).export(state.parent, NOW)


def pins(state: Path) -> None:
    file = PinFile(state)
    file.verify("271828", Moment.now())
    file.set_pin("240681")
    file.clear()


def run(state: Path) -> None:
    with SingleRun(state):
        StateFolder(state).read()
        StateFolder(state).fault()


WORK: tuple[Callable[[Path], None], ...] = (save, drafts, restore, export, pins, run)


@pytest.fixture(autouse=True)
def cheap_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pin_file, "MEMORY_KIB", 8)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A folder that was in use, as the kiosk's user has it."""
    state = tmp_path / "state"
    store = StateFolder(state)
    for letter in "ab":
        store.write(Arrangement((letter,)), Changes(), NOW)
    PinFile(state).set_pin("271828")
    if IS_ROOT:
        for path in (state, *state.rglob("*")):
            os.chown(path, KIOSK, KIOSK)
    return state


@pytest.fixture
def victim(tmp_path: Path) -> Iterator[Path]:
    """Root's own: a document that would be read as the state, if anybody let it. It must stay as it is."""
    folder = tmp_path / "root"
    store = StateFolder(folder)
    store.write(Arrangement(settings=Settings(phrases=(SECRET,))), Changes(), NOW)
    file = store.file
    before = [(path, path.lstat().st_uid, path.lstat().st_mode, path.lstat().st_size) for path in folder.rglob("*")]
    content = file.read_bytes()
    yield file
    assert [(path, path.lstat().st_uid, path.lstat().st_mode, path.lstat().st_size) for path in folder.rglob("*")] == before
    assert file.read_bytes() == content


def symbolic(place: Path, victim: Path) -> None:
    place.symlink_to(victim)


def relative(place: Path, victim: Path) -> None:
    place.symlink_to(os.path.relpath(victim, place.parent))


def hard(place: Path, victim: Path) -> None:
    os.link(victim, place)


def hanging(place: Path, victim: Path) -> None:
    place.symlink_to(victim.with_name("made-by-root"))


def pipe(place: Path, victim: Path) -> None:
    os.mkfifo(place)


def folder(place: Path, victim: Path) -> None:
    place.symlink_to(victim.parent)


LINKS = (symbolic, relative, hard, hanging, pipe, folder)


def everything(state: Path) -> str:
    """All that the kiosk's user could read of what is in its folder."""
    files = (path for path in state.parent.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(path.read_bytes().decode(errors="replace") for path in files if (not IS_ROOT or path.stat().st_uid == KIOSK))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("link", LINKS)
def test_no_link_leads_anywhere(state: Path, victim: Path, name: str, link: Callable[[Path, Path], None]) -> None:
    for work in WORK:
        place = state / name
        with suppress(FileNotFoundError):
            place.unlink()
        link(place, victim)
        with suppress(NotSaved, Unreadable):
            work(state)
        assert not victim.with_name("made-by-root").exists()
        # A second name that the user itself could give tells it nothing; what root reads for it would.
        if place.exists() and not place.is_symlink() and place.is_file() and place.samefile(victim):
            place.unlink()
        if IS_ROOT:
            assert SECRET not in everything(state), work


@pytest.mark.parametrize("name", ["lock", "running"])
@pytest.mark.parametrize(
    ("link", "why"), [(symbolic, "is a link"), (hard, "has a second name"), (pipe, "is not a regular file")]
)
def test_what_is_refused_is_named_with_the_remedy(
    state: Path, victim: Path, name: str, link: Callable[[Path, Path], None], why: str
) -> None:
    (state / name).unlink(missing_ok=True)
    link(state / name, victim)
    if name == "lock":
        with pytest.raises(NotSaved, match=rf"{state / name} {why}.*; remove it and save again"):
            save(state)
    else:
        assert f"{state / name} {why}" in SingleRun(state).problem


def test_a_history_that_is_a_link_is_neither_read_nor_written(state: Path, victim: Path) -> None:
    (state / "history").rename(state / "moved")
    (state / "history").symlink_to(victim.parent / "history")
    store = StateFolder(state)
    assert store.history() == ()
    with pytest.raises(NotSaved, match=r"history is not a folder; move it away"):
        save(state)


@pytest.mark.skipif(not IS_ROOT, reason="only root can give files away")
@pytest.mark.parametrize("name", ["lock", "kiosk.json", "pin", "history/000002.json"])
def test_a_file_of_a_third_user_is_refused(state: Path, name: str) -> None:
    os.chown(state / name, 54321, 54321)
    store = StateFolder(state)
    match name:
        case "lock":
            with pytest.raises(NotSaved, match="lock belongs to user 54321; give it to user 12345 with chown"):
                save(state)
        case "kiosk.json":
            assert "belongs to user 54321" in store.read()[1][0].message
        case "pin":
            assert "belongs to user 54321" in str(PinFile(state).verify("271828", Moment.now()).problem)
        case _:
            with pytest.raises(Unreadable, match="belongs to user 54321"):
                store.version(2)


@pytest.mark.skipif(not IS_ROOT, reason="only root can be led by another's link")
def test_a_link_on_the_way_counts_only_if_root_or_this_user_made_it(state: Path, tmp_path: Path) -> None:
    way = tmp_path / "way"
    way.symlink_to(state)
    with open_folder(way) as opened:
        assert "kiosk.json" in opened.names()
    with open_folder(tmp_path / "way" / ".." / "state") as opened:
        assert opened.owner == KIOSK
    os.chown(way, KIOSK, KIOSK, follow_symlinks=False)
    with pytest.raises(Untrusted, match=r"is reached by a link of user 12345.*name the folder itself with --state"):
        open_folder(way)
    (state.parent / "turn").symlink_to(state.parent / "turn")
    with pytest.raises(OSError, match="Too many levels"):
        open_folder(state.parent / "turn")


@pytest.mark.skipif(not IS_ROOT, reason="only root can give files away")
def test_what_root_does_at_a_terminal_belongs_to_the_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, KIOSK, KIOSK)
    state = home / "local" / "state"
    monkeypatch.setattr("sys.stdin", io.StringIO("240681\n"))
    os.umask(0o022)
    assert pin.pin([], state) == 0
    slides = Path(__file__).parents[3] / "slides"
    assert settings.settings(["set", "session_seconds", "60"], state) == 0
    assert order.order(["move", "1", "2"], slides, state) == 0
    made = [home / "local", state, *state.rglob("*")]
    assert {path.name for path in made} >= {"pin", "lock", "kiosk.json", "kiosk.json.bak", "history", "000002.json"}
    assert {(path.stat().st_uid, path.stat().st_gid) for path in made} == {(KIOSK, KIOSK)}
    assert {path.stat().st_mode & 0o777 for path in made} == {0o700, 0o600}
    # The proof of the hole that was here: the lock as a link had any file given to the kiosk's user.
    (state / "lock").unlink()
    (tmp_path / "shadow").write_text("root's")
    (state / "lock").symlink_to(tmp_path / "shadow")
    monkeypatch.setattr("sys.stdin", io.StringIO("135792\n"))
    capsys.readouterr()
    assert pin.pin([], state) == 1
    assert f"{state / 'lock'} is a link; remove it" in capsys.readouterr().err
    assert (tmp_path / "shadow").stat().st_uid == 0


def swap(state: Path, victims: Path) -> None:
    """As the kiosk's user, until killed: has links stand where root's next step goes, and takes them away."""
    while True:
        for name in ("lock", ".draft.json.new", "draft.json"):
            with suppress(OSError):
                (state / "link").symlink_to(victims / "file")
                os.replace(state / "link", state / name)
                (state / name).unlink()
        with suppress(OSError):
            state.rename(state.with_name("aside"))
            state.symlink_to(victims)
            state.unlink()
        with suppress(OSError):
            state.with_name("aside").rename(state)


@pytest.mark.skipif(not IS_ROOT, reason="only root can be led by another's link")
def test_no_moment_between_looking_and_doing_leads_root_astray(state: Path, tmp_path: Path) -> None:
    victims = tmp_path / "victims"
    victims.mkdir()
    (victims / "file").write_text("root's")
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, KIOSK, KIOSK)
    state = state.rename(home / "state")
    open_the_way(tmp_path)
    child = os.fork()
    if child == 0:
        os.setgid(KIOSK)
        os.setuid(KIOSK)
        swap(state, victims)
    met = done = 0
    try:
        # However the two take turns on this machine: until some saves met a link, and some did not.
        while min(met, done) < 25:
            try:
                StateFolder(state).save_draft(Arrangement(("t/a",)))
            except NotSaved:
                met += 1
            else:
                done += 1
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert [path.name for path in victims.iterdir()] == ["file"]
    assert ((victims / "file").stat().st_uid, (victims / "file").read_text()) == (0, "root's")
