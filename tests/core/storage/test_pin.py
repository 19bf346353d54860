"""The PIN: how it is kept, and that nobody tries faster than the waits allow, whatever happens to the clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.files import Withheld
from kiosk.core.storage import atomic_file, pin
from kiosk.core.storage.atomic_file import Fault, NotSaved
from kiosk.core.storage.open_folder import OpenFolder
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_tries import Moment, wait_after

PIN = "271828"
BOOT = "first"


def at(seconds: float, boot: str = BOOT) -> Moment:
    return Moment(seconds, boot)


@pytest.fixture
def file(tmp_path: Path) -> PinFile:
    file = PinFile(tmp_path / "state")
    file.set_pin(PIN)
    return file


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every try that was compared with the hash, without the cost of the hash."""
    tries: list[str] = []

    def matches(hash: str, text: str) -> bool:
        tries.append(text)
        return text == PIN

    monkeypatch.setattr(pin, "_matches", matches)
    return tries


def test_the_hash_is_argon2id_with_owasp_parameters_and_private(file: PinFile) -> None:
    text = file.file.read_text()
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in text
    assert PIN not in text
    assert file.file.stat().st_mode & 0o777 == 0o600
    assert file.verify(PIN, at(0)).right
    assert not file.verify("271829", at(0)).right


ARABIC_DIGITS = "\u0661\u0662\u0663\u0664\u0665\u0666"
NO_PINS = ["", "12345", "1234567890123", "12345a", ARABIC_DIGITS, "-12345", "12 3456", "123456\n"]


@pytest.mark.parametrize("text", NO_PINS)
def test_a_pin_has_six_to_twelve_digits(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="6 to 12 digits") as refused:
        PinFile(tmp_path).set_pin(text)
    assert not text or text not in str(refused.value)
    assert not PinFile(tmp_path).is_set()


def test_without_a_pin_nothing_opens(tmp_path: Path) -> None:
    file = PinFile(tmp_path)
    answer = file.verify("", at(0))
    assert not file.is_set()
    assert not answer.right
    assert str(answer.problem) == "is not set"
    file.set_pin(PIN)
    file.clear()
    assert not file.is_set()
    assert not file.verify(PIN, at(0)).right


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"hash": 1, "wrong": 0, "since": 0, "boot": ""}', "\0", "[" * 9999])
def test_a_damaged_file_opens_nothing_and_counts_as_set(file: PinFile, text: str) -> None:
    file.file.write_text(text)
    answer = file.verify(PIN, at(0))
    assert file.is_set()
    assert not answer.right
    assert str(answer.problem) == "is damaged"
    assert file.wait(at(0)) == 0


def test_no_pin_and_no_hash_is_in_a_repr(file: PinFile) -> None:
    assert "argon2" not in repr(file) + repr(file._read())
    assert PIN not in repr(file.verify(PIN, at(0)))


@pytest.mark.parametrize(
    ("wrong", "wait"), [(0, 0), (2, 0), (3, 30), (4, 60), (5, 120), (9, 1920), (10, 3600), (11, 3600), (9**99, 3600)]
)
def test_waits_double_to_an_hour(wrong: int, wait: float) -> None:
    assert wait_after(wrong) == wait


def test_three_tries_then_a_wait_that_a_right_one_ends(file: PinFile, looked_at: list[str]) -> None:
    assert [file.verify("000000", at(second)).wait for second in range(3)] == [0, 0, 30]
    assert file.verify(PIN, at(31.9)).wait == pytest.approx(0.1)
    assert len(looked_at) == 3
    assert file.verify("000000", at(32)).wait == 60
    assert file.verify(PIN, at(92)).right
    assert file.wait(at(92)) == 0
    assert file.verify("000000", at(93)).wait == 0


@pytest.mark.parametrize("moment", [at(9e9, "second"), at(0, "second"), at(1), at(5, "")])
def test_after_a_restart_the_whole_wait_is_served_again(file: PinFile, looked_at: list[str], moment: Moment) -> None:
    for second in range(100, 103):
        file.verify("000000", at(second))
    again = PinFile(file.folder)
    assert again.wait(moment) == 30
    assert again.verify(PIN, moment).wait == 30
    assert again.verify(PIN, Moment(moment.monotonic + 29, moment.boot)).wait == 1
    assert again.verify(PIN, Moment(moment.monotonic + 30, moment.boot)).right


def test_a_wait_goes_on_when_only_the_program_starts_again(file: PinFile) -> None:
    for second in range(3):
        file.verify("000000", at(second))
    assert PinFile(file.folder).wait(at(12)) == 20


steps = st.tuples(st.sampled_from(["try", "wait", "restart", "reboot", "back"]), st.floats(0, 4000))


@settings(deadline=None, max_examples=40)
@given(st.lists(steps, min_size=10, max_size=60))
def test_no_more_tries_are_looked_at_than_the_waits_allow(tmp_path_factory: pytest.TempPathFactory, run: list) -> None:  # type: ignore[type-arg]
    with pytest.MonkeyPatch.context() as patch:
        check_run(tmp_path_factory.mktemp("pin"), run, patch)


def check_run(folder: Path, run: list[tuple[str, float]], patch: pytest.MonkeyPatch) -> int:
    """Plays the steps and checks each try looked at against the seconds that have passed in the world."""
    seen: list[str] = []
    patch.setattr(pin, "_matches", lambda hash, text: seen.append(text))
    patch.setattr(os, "fsync", lambda handle: None)
    file = PinFile(folder)
    with atomic_file.writing(folder) as opened:
        pin._write(opened, pin._Record("hash"))
    passed, monotonic, boot = 0.0, 0.0, 0
    for kind, seconds in run:
        match kind:
            case "wait":
                passed, monotonic = passed + seconds, monotonic + seconds
            case "restart":
                file = PinFile(folder)
            case "reboot":
                file, boot, monotonic = PinFile(folder), boot + 1, seconds
            case "back":
                monotonic = max(0.0, monotonic - seconds)
        file.verify("000000", Moment(monotonic, str(boot)))
        assert sum(map(wait_after, range(len(seen)))) <= passed + 1e-6
    return len(seen)


def test_a_thousand_tries_over_twenty_restarts_with_changed_clocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[tuple[str, float]] = []
    for restart in range(20):
        run += [("wait", 0.5)] * 48 + [(("reboot", "restart")[restart % 2], 9e6), ("back", 7200.0)]
    assert len(run) == 1000
    # 480 seconds in all: three tries at once, then after 30, 60, 120 and 240 seconds.
    assert check_run(tmp_path, run, monkeypatch) <= 7


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(folder: OpenFolder, name: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_file, "write", write)


@pytest.mark.usefixtures("full")
def test_a_full_disk_slows_every_try_down_and_locks_nobody_out(tmp_path: Path, looked_at: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.undo()
        (tmp_path / "pin").write_text('{"hash": "x", "wrong": 0, "since": 0, "boot": ""}')
    file = PinFile(tmp_path)
    first = file.verify(PIN, at(0))
    assert not first.right
    assert first.wait == 30
    assert isinstance(first.problem, NotSaved)
    assert first.problem.fault is Fault.FULL
    assert looked_at == []
    assert file.verify(PIN, at(29)).wait == 1
    assert file.verify("000000", at(30)).wait == 60
    assert PinFile(tmp_path).verify(PIN, at(31)).wait == 30
    assert file.verify(PIN, at(90)).right


def test_what_could_not_be_written_is_written_later(file: PinFile, looked_at: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic_file, "write", lambda folder, name, data: (_ for _ in ()).throw(OSError(30, "read-only")))
        assert file.verify("000000", at(0)).wait == 30
        assert file.verify("000000", at(30)).wait == 60
    assert file.verify("000000", at(40)).wait == 50
    assert PinFile(file.folder).verify("000000", at(41)).wait == 49
    assert len(looked_at) == 1


def test_the_try_is_on_the_disk_before_it_is_looked_at(file: PinFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def pull_the_plug(hash: str, text: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(pin, "_matches", pull_the_plug)
    for second in range(3):
        with pytest.raises(KeyboardInterrupt):
            file.verify("000000", at(second))
    assert PinFile(file.folder).wait(at(2)) == 30


def test_the_clock_of_this_machine() -> None:
    first, second = Moment.now(), Moment.now()
    assert first.boot == second.boot
    assert 0 < first.monotonic <= second.monotonic
    assert os.path.exists("/proc/sys/kernel/random/boot_id") <= ("-" in first.boot)


def test_the_wrong_tries_before_the_right_one_are_told_once(file: PinFile, looked_at: list[str]) -> None:
    assert [file.verify("111112", at(second)).wrong for second in range(3)] == [1, 2, 3]
    assert file.verify("111112", at(5)).wrong == 0, "not looked at"
    assert PinFile(file.folder).verify(PIN, at(40)).wrong == 3
    assert file.verify(PIN, at(41)).wrong == 0


def test_tries_that_only_had_to_wait_count_as_none(file: PinFile, looked_at: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic_file, "write", lambda folder, name, data: (_ for _ in ()).throw(OSError(30, "read-only")))
        assert not file.verify(PIN, at(0)).looked_at
    answer = file.verify(PIN, at(30))
    assert (answer.right, answer.wrong) == (True, 0)


def test_a_file_of_an_earlier_version_is_read(file: PinFile, looked_at: list[str]) -> None:
    file.file.write_text('{"hash": "x", "wrong": 2, "since": 0, "boot": ""}')
    assert file.verify(PIN, at(0)).wrong == 2


def test_a_pin_that_the_disk_withholds_is_the_one_that_was_read_last(
    file: PinFile, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **named: object) -> int:
        raise OSError(5, "Input/output error")

    assert file.wait(at(0)) == 0
    monkeypatch.setattr(OpenFolder, "open", fail)
    assert file.is_set()
    assert file.verify(PIN, at(0)).wait == 30
    assert file.verify(PIN, at(30)).right
    stranger = PinFile(file.folder)
    assert isinstance(stranger.verify(PIN, at(0)).problem, Withheld)
    assert not stranger.verify(PIN, at(99)).right


def test_a_pin_that_is_a_link_opens_nothing(file: PinFile, tmp_path: Path) -> None:
    assert file.verify(PIN, at(0)).right
    (tmp_path / "elsewhere").write_bytes(file.file.read_bytes())
    file.file.unlink()
    file.file.symlink_to(tmp_path / "elsewhere")
    answer = file.verify(PIN, at(1))
    assert file.is_set()
    assert (answer.right, str(answer.problem)) == (False, "is a link; remove it")
    file.set_pin(PIN)
    assert not file.file.is_symlink()
    assert (tmp_path / "elsewhere").exists()
