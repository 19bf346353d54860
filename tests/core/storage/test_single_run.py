"""One kiosk at a time on a state folder, and none that does not start for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.single_run import FILE, AlreadyRunning, SingleRun
from tests.core.storage.mounted import make_read_only, small_disk

ROOT = Path(__file__).parents[3]
HOLD = """
import os, sys
from pathlib import Path
from kiosk.core.storage.single_run import SingleRun
claim = SingleRun(Path(sys.argv[1]))
print(claim.problem or "claimed", os.getpid(), flush=True)
if sys.stdin.readline() == "again\\n":
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
"""


def hold(state: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(state)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: subprocess.Popen[str]) -> None:
    process.communicate("", timeout=30)


def test_a_second_run_is_refused_and_told_which_is_the_first(tmp_path: Path) -> None:
    state = tmp_path / "a" / "state"
    first = hold(state)
    assert said(first) == f"claimed {first.pid}"
    told = f"another kiosk \\(process {first.pid}\\) uses the state folder {state}; stop it first, or name another folder with"
    with pytest.raises(AlreadyRunning, match=told):
        SingleRun(state)
    PinFile(state).set_pin("240681")
    first.kill()
    ended(first)
    with SingleRun(state) as claim:
        assert claim.problem == "", "a claim does not outlive kill -9"
        assert (state / FILE).read_text() == f"{os.getpid()}\n"


def test_a_run_that_starts_itself_anew_claims_it_again(tmp_path: Path) -> None:
    process = hold(tmp_path)
    assert process.stdin is not None
    for _ in range(3):
        assert said(process) == f"claimed {process.pid}"
        process.stdin.write("again\n")
        process.stdin.flush()
    assert said(process) == f"claimed {process.pid}"
    process.send_signal(signal.SIGKILL)
    ended(process)


def test_a_claim_ends_with_its_block(tmp_path: Path) -> None:
    for _ in range(2):
        with SingleRun(tmp_path) as claim:
            assert claim.problem == ""


@pytest.mark.parametrize("kind", ["full", "read-only"])
def test_a_disk_that_takes_nothing_keeps_no_kiosk_from_starting(tmp_path: Path, kind: str) -> None:
    with small_disk(tmp_path / "disk", kind) as state, SingleRun(state) as claim:
        # On a full disk a name still finds room here, and the lock holds without a number in it.
        assert claim.problem == "" if kind == "full" else "Read-only file system" in claim.problem


def test_a_claim_does_not_keep_the_disk_from_being_made_read_only(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as state, SingleRun(state):
        make_read_only(tmp_path / "disk")
        make_read_only(tmp_path / "disk", False)
        with pytest.raises(AlreadyRunning):
            SingleRun(state)


def test_a_folder_that_is_open_to_others_is_narrowed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with SingleRun(tmp_path):
        assert tmp_path.stat().st_mode & 0o777 == 0o700
        assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
