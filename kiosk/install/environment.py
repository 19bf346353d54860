"""Prepares a machine: the virtual environment, and the system libraries that Qt needs. Standard library only.

Every start comes by here, nearly always to find that all is ready: what only the set-up needs is imported there.
"""

from __future__ import annotations

import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path

# What Qt's plugins for X11 and Wayland load, and the Debian package each comes in.
SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def python_of(home: Path) -> Path:
    """The interpreter of the project's own environment."""
    if sys.platform == "win32":
        return home / ".venv" / "Scripts" / "python.exe"
    return home / ".venv" / "bin" / "python"


def is_inside(home: Path) -> bool:
    """True in a process of the project's own environment."""
    return Path(sys.prefix) == home / ".venv"


def is_ready(home: Path) -> bool:
    """True if the environment holds what pyproject.toml asks for now.

    Parsing that file takes a start 15 ms, so it is done only where the file is another one than the last time.
    """
    try:
        wanted, text = _stamp_file(home).read_text().split()
        if text == _checksum(home):
            return True
        if wanted != _wanted(home):
            return False
    except (OSError, ValueError):
        return False
    with suppress(OSError):
        _write_stamp(home)
    return True


def missing_libraries() -> list[str]:
    """Debian packages of the system libraries that Qt needs and that cannot be loaded here."""
    import ctypes

    if sys.platform != "linux":
        return []
    missing = []
    for library, package in SYSTEM_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def command(home: Path, arguments: list[str]) -> int:
    """`main.py setup`."""
    import argparse

    parser = argparse.ArgumentParser(prog="main.py setup", description="Prepares this machine.")
    parser.add_argument("--dev", action="store_true", help="with what the tests need")
    parser.add_argument("--service", action="store_true", help="and start the kiosk whenever the machine starts")
    options = parser.parse_args(arguments)
    # A service for a user who may not write here, or without a network, needs nothing installed anew.
    code = 0 if options.service and not options.dev and is_ready(home) else prepare(home, dev=options.dev)
    if code == 0 and options.service:
        from kiosk.install import systemd_service

        code = systemd_service.install(home, python_of(home))
    return code


def prepare(home: Path, *, dev: bool) -> int:
    """Makes the environment and installs the project into it. Returns an exit code; says what it does and what is wrong."""
    print("kiosk: setting up. This happens once and takes a minute or two.", flush=True)
    for step in (_make_environment, _install_dev if dev else _install, _install_libraries):
        code = step(home)
        if code:
            return code
    print("kiosk: ready.", flush=True)
    return 0


def _make_environment(home: Path) -> int:
    import shutil

    if python_of(home).exists() and _run([python_of(home), "-c", ""], quiet=True) == 0:
        return 0
    print("kiosk: making .venv", flush=True)
    shutil.rmtree(home / ".venv", ignore_errors=True)
    # Debian's Python comes without ensurepip; there, the pip that is installed serves the new environment.
    if _run([sys.executable, "-m", "venv", home / ".venv"], quiet=True) == 0:
        return 0
    shutil.rmtree(home / ".venv", ignore_errors=True)
    if _run([sys.executable, "-m", "venv", "--without-pip", home / ".venv"]) == 0:
        return 0
    print("kiosk: .venv cannot be made. Install Python's venv module (Debian: apt install python3-venv), and try again.")
    return 1


def _install(home: Path) -> int:
    return _pip(home, str(home))


def _install_dev(home: Path) -> int:
    return _pip(home, f"{home}[dev]")


def _pip(home: Path, what: str) -> int:
    print("kiosk: installing what it needs (about 100 MB)", flush=True)
    inside = _run([python_of(home), "-m", "pip", "--version"], quiet=True) == 0
    pip: list[str | Path] = (
        [python_of(home), "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", python_of(home)]
    )
    options = ["--disable-pip-version-check", "--no-input", "-q", "--progress-bar", "off"]
    if _run([*pip, "install", *options, "--editable", what]):
        print("kiosk: the installation failed; the lines above say why. Is there a network? Then try again.")
        return 1
    _write_stamp(home)
    return 0


def _install_libraries(home: Path) -> int:
    import shutil

    missing = missing_libraries()
    if not missing:
        return 0
    line = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"kiosk: installing system libraries: {' '.join(missing)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "-qq"], environment=environment)
        if _run([*line, "-qq"], environment=environment, quiet=True) == 0:
            return 0
    print(f"kiosk: Qt needs system libraries that are missing. Install them, and start again:\n  sudo {' '.join(line)}")
    return 1


def _run(line: list[str | Path], *, quiet: bool = False, environment: dict[str, str] | None = None) -> int:
    import subprocess

    sink = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run([str(part) for part in line], stdout=sink, stderr=sink, env=environment).returncode
    except OSError:
        return 1


def _wanted(home: Path) -> str:
    """Names what is to be installed: it changes when the dependencies do, or when the project was moved."""
    import hashlib
    import tomllib

    project = tomllib.loads((home / "pyproject.toml").read_text())["project"]
    told = f"{home} {project['dependencies']} {project['optional-dependencies']}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _checksum(home: Path) -> str:
    """Tells the project file, and its place, from another one."""
    return f"{zlib.crc32(str(home).encode() + (home / 'pyproject.toml').read_bytes()):08x}"


def _write_stamp(home: Path) -> None:
    import tempfile

    stamp = _stamp_file(home)
    # In one step: another start that reads half of it would set everything up again.
    with tempfile.NamedTemporaryFile("w", dir=stamp.parent, prefix=stamp.name, delete=False) as fresh:
        fresh.write(f"{_wanted(home)} {_checksum(home)}\n")
    # The kiosk may run as another user than the one who installed it.
    os.chmod(fresh.name, 0o644)
    os.replace(fresh.name, stamp)


def _stamp_file(home: Path) -> Path:
    return home / ".venv" / "kiosk-setup"
