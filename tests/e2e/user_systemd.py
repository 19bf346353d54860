"""A systemd of a user's own, as a log-in starts it, in namespaces of its own: nothing of it is left when it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.install import environment
from tests.e2e.display import PATIENCE

SYSTEMD = Path("/lib/systemd/systemd")
PROJECT = Path(__file__).resolve().parents[2]
# Where the namespace has the project and its interpreter: the machine's own folders may be shut to other users.
SEEN_PROJECT, SEEN_PYTHON = Path("/run/user/project"), Path("/run/user/python")
# An interpreter may look for its library where its machine's own folder is shut.
VARIABLES = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LD_LIBRARY_PATH": f"{SEEN_PYTHON}/lib"}
# Version 2 of control groups, and the trees that version 1 leaves to systemd; a machine has the first, or both others.
CONTROL_GROUPS = ("/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/systemd")
# Begins with root's rights; systemd itself runs as the user. Whatever is mounted is mounted for these processes alone.
BEGIN = f"""
set -e
folder=$1 name=$2 user=$3 project=$4 python=$5
mount --bind "$folder/passwd" /etc/passwd
mount -t tmpfs -o mode=755 tmpfs /run/user
mkdir {SEEN_PROJECT} {SEEN_PYTHON}
mount --bind "$project" {SEEN_PROJECT}
mount --bind "$python" {SEEN_PYTHON}
mkdir -m 700 /run/user/$user
chown $user:$user /run/user/$user
mount -t tmpfs -o mode=755 tmpfs /run/systemd
mkdir /run/systemd/system
for tree in {" ".join(CONTROL_GROUPS)}; do
    test -e $tree/cgroup.procs || continue
    mkdir $tree/$name
    chown -R $user:$user $tree/$name
    echo 0 > $tree/$name/cgroup.procs
done
cd /
setpriv --reuid=$user --regid=$user --clear-groups env -i HOME="$folder/home" XDG_RUNTIME_DIR=/run/user/$user \
    {" ".join(f"{name}={value}" for name, value in VARIABLES.items())} {SYSTEMD} --user --log-target=console &
wait
"""


def lacking() -> str:
    """What this machine lacks for it, in words; "" if nothing."""
    if os.geteuid() != 0:
        return "a systemd of its own needs root, for its namespaces and its control group"
    return "" if SYSTEMD.exists() else "systemd is not installed"


class UserSystemd:
    """The systemd of a user who may log in, and what that user does in a terminal. `home`: the user's folder."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes], user: int) -> None:
        self.home = folder / "home"
        self.user = user
        self._log = folder / "systemd.log"
        self._process = process

    def run(self, *words: str | Path, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """One command of the user's, with `given` to read."""
        own = {**VARIABLES, "HOME": str(self.home), "XDG_RUNTIME_DIR": f"/run/user/{self.user}"}
        user = ["-S", str(self.user), "-G", str(self.user)]
        entering = ["nsenter", "-t", str(self._first_process()), "-m", "-p", *user, "--"]
        line = [*entering, *map(str, words)]
        return subprocess.run(
            line, input=given, capture_output=True, text=True, env=own | environment, cwd="/", timeout=PATIENCE, check=False
        )

    def uptime(self) -> float:
        """Seconds on the clock that systemd's timers go by."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)

    def systemctl(self, *words: str) -> str:
        """What it says, without its last line break."""
        done = self.run("systemctl", "--user", *words)
        return (done.stdout or done.stderr).rstrip("\n")

    def wait_until(self, holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Asks until `holds` is true; fails, with systemd's own words, if that does not come."""
        deadline = time.monotonic() + patience
        while not holds():
            assert self._process.poll() is None, f"systemd ended:\n{self._log.read_text()}"
            assert time.monotonic() < deadline, f"{what}: not within {patience:g} s\n{self._log.read_text()}"
            time.sleep(0.02)

    def is_up(self) -> bool:
        return bool(self._children()) and self.systemctl("is-system-running") in ("running", "degraded")

    def _children(self) -> list[str]:
        return Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()

    def _first_process(self) -> int:
        return int(self._children()[0])


@contextmanager
def user_systemd(folder: Path) -> Iterator[UserSystemd]:
    """Runs it for a user that only its own namespace knows. `folder` must be open to everybody."""
    # Apart from those of other test processes, and from what a machine gives to people.
    user = 50_000 + os.getpid() % 10_000
    name = f"kiosk-test-{user}"
    (folder / "passwd").write_text(f"{Path('/etc/passwd').read_text()}kiosk-test:x:{user}:{user}::{folder / 'home'}:/bin/sh\n")
    (folder / "home").mkdir()
    os.chown(folder / "home", user, user)
    unshare = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "sh", "-c", BEGIN, "sh"]
    with open(folder / "systemd.log", "wb") as log:
        line = [*unshare, str(folder), name, str(user), str(PROJECT), sys.base_prefix]
        process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    machine = UserSystemd(folder, process, user)
    try:
        machine.wait_until(machine.is_up, "a systemd for a user")
        yield machine
    finally:
        process.kill()
        process.wait()
        for tree in CONTROL_GROUPS:
            _remove(Path(tree) / name)


def _remove(group: Path) -> None:
    """Removes a control group with those below it, as soon as their processes have ended."""
    deadline = time.monotonic() + PATIENCE
    while group.exists() and time.monotonic() < deadline:
        for inner in sorted(group.glob("**/"), reverse=True):
            with suppress(OSError):
                inner.rmdir()


def copy_of_project(home: Path) -> Path:
    """Makes a project folder as the set-up leaves it, of links into the namespace. Returns its interpreter."""
    (home / ".venv" / "bin").mkdir(parents=True)
    for name in ("main.py", "pyproject.toml"):
        (home / name).write_bytes((PROJECT / name).read_bytes())
    for name in ("kiosk", "slides", "resources", ".venv/lib"):
        (home / name).symlink_to(SEEN_PROJECT / name)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    python = environment.python_of(home)
    python.symlink_to(SEEN_PYTHON / "bin" / f"python{version}")
    (home / ".venv" / "pyvenv.cfg").write_text(f"home = {SEEN_PYTHON / 'bin'}\nversion = {version}\n")
    environment._write_stamp(home)
    return python
