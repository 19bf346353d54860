"""What a kiosk runs under: a bare X server, a desktop's window manager, or the compositor that is made for kiosks."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from Xlib import X, display

from tests.e2e.display import PATIENCE, SIZE, Display

# cage runs one program and ends with it: this one tells the name of the socket, and waits.
TELL = 'echo "$WAYLAND_DISPLAY" > "$XDG_RUNTIME_DIR/told" && mv "$XDG_RUNTIME_DIR/told" "$XDG_RUNTIME_DIR/name" && exec sleep infinity'


@contextmanager
def window_manager(screen: Display) -> Iterator[None]:
    """openbox, with its own settings, as a desktop of Raspberry Pi OS has it."""
    environment = {**os.environ, "DISPLAY": screen.name}
    command = ["openbox", "--sm-disable", "--config-file", "/etc/xdg/openbox/rc.xml"]
    openbox = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = display.Display(screen.name)
    try:
        root, name = client.screen().root, client.intern_atom("_NET_SUPPORTING_WM_CHECK")
        _wait(lambda: root.get_full_property(name, X.AnyPropertyType), openbox, "openbox")
        yield
        assert openbox.poll() is None, "openbox has ended"
    finally:
        client.close()
        _end(openbox)


@contextmanager
def compositor(screen: Display, *options: str) -> Iterator[Path]:
    """cage, in a window that fills an X server's screen. The path of the socket that Wayland's clients connect to.

    cage refuses root: root's tests run it as nobody. The program is started beside it, not by it: the interpreter may lie where
    nobody may not read. It is a client like any other.
    """
    folder = Path(tempfile.mkdtemp(prefix="cage-"))
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    environment = {
        **os.environ,
        "DISPLAY": screen.name,
        "XDG_RUNTIME_DIR": str(folder),
        "WLR_BACKENDS": "x11",
        "WLR_RENDERER": "pixman",
        "HOME": str(folder),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    cage = subprocess.Popen(
        ["cage", *options, "--", "sh", "-c", TELL],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **user,
    )
    try:
        _wait((folder / "name").exists, cage, "cage")
        _fill_screen(screen, cage)
        yield folder / (folder / "name").read_text().strip()
        assert cage.poll() is None, "cage has ended"
    finally:
        _end(cage)
        shutil.rmtree(folder, ignore_errors=True)


def _fill_screen(screen: Display, cage: subprocess.Popen[bytes]) -> None:
    """Gives cage's window, which comes with 1024x768, the size of the screen."""
    client = display.Display(screen.name)
    try:
        root = client.screen().root
        _wait(lambda: root.query_tree().children, cage, "cage's window")
        window = root.query_tree().children[-1]
        window.configure(x=0, y=0, width=SIZE[0], height=SIZE[1])
        # Without a window manager nobody gives it the focus.
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        client.sync()
    finally:
        client.close()


def _wait(holds: Any, process: subprocess.Popen[bytes], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert process.poll() is None, f"{what}: ended with {process.returncode}"
        assert time.monotonic() < deadline, f"{what}: not within {PATIENCE:g} s"
        time.sleep(0.02)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends it with all that it has started, if it made a session of its own."""
    with suppress(ProcessLookupError):
        if os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, signal.SIGTERM)
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
