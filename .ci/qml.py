"""Lints and checks the format of all QML, warnings as errors, against the types that the Python side registers."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
# The types' generator (6.11) does not tell that a property is constant, so that reading one looks stale.
OPTIONS = ["-W", "0", "--stale-property-read", "disable"]
TOOLS = Path(sys.executable).parent


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "kiosk-project"
        shutil.copytree(HOME / "kiosk", copy / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "main.py"):
            shutil.copy(HOME / name, copy / name)
        environment = {**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}", "QT_QPA_PLATFORM": "offscreen"}
        built = subprocess.run(
            ["pyside6-project", "build", "pyproject.toml"], cwd=copy, env=environment, capture_output=True, text=True
        )
        types = copy / "kiosk" / "bridge" / "qmldir"
        if built.returncode or not types.exists():
            print(built.stdout, built.stderr, "the types of the Python side could not be read", sep="\n")
            return 1
        # The generated module does not say where QColor comes from.
        types.write_text(types.read_text() + "depends QtQuick\n")
        files = sorted((copy / "kiosk" / "ui").rglob("*.qml"))
        names = [str(file.relative_to(copy)) for file in files]
        lint = subprocess.run(["pyside6-qmllint", *OPTIONS, "-I", str(copy), *names], cwd=copy, env=environment)
        crooked = [file for file in files if _formatted(file, environment) != file.read_text()]
    for file in crooked:
        print(f"{file.relative_to(copy)}: not formatted; run pyside6-qmlformat -i -n on it")
    print(f"{len(files)} QML files, lint {'failed' if lint.returncode else 'clean'}, {len(crooked)} to format")
    return 1 if lint.returncode or crooked or not files else 0


def _formatted(file: Path, environment: dict[str, str]) -> str:
    line = ["pyside6-qmlformat", "-n", str(file)]
    return subprocess.run(line, env=environment, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
