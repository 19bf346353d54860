"""The interface's words: gathers them into the .ts files and makes the .qm files (`--check`: only says what is amiss)."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
FOLDER = HOME / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def main(check: bool) -> int:
    amiss = []
    for file in sorted(FOLDER.glob("kiosk_*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / file.name
            shutil.copy(file, fresh)
            sources = [*sorted((HOME / "kiosk").rglob("*.qml")), *sorted((HOME / "kiosk" / "qt").rglob("*.py"))]
            _run("pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", *sources, "-ts", fresh)
            # The tool's own writing, with and without a final line break, differs between versions.
            if check and _messages(fresh) != _messages(file):
                amiss.append(f"{file.name} does not hold the program's words: run .venv/bin/python .ci/words.py")
            if not check:
                shutil.copy(fresh, file)
                _run("pyside6-lrelease", "-silent", file, "-qm", file.with_suffix(".qm"))
            open_words = fresh.read_text().count('type="unfinished"')
            if open_words:
                amiss.append(f"{file.name}: {open_words} words are not translated")
            made = Path(folder) / "made.qm"
            _run("pyside6-lrelease", "-silent", file, "-qm", made)
            if check and made.read_bytes() != file.with_suffix(".qm").read_bytes():
                amiss.append(f"{file.stem}.qm is not made from {file.name}: run .venv/bin/python .ci/words.py")
    print(*amiss or ["all words are translated"], sep="\n")
    return 1 if amiss else 0


def _messages(file: Path) -> list[str]:
    return sorted(re.findall(r"<message.*?</message>", file.read_text(), re.DOTALL))


def _run(tool: str, *arguments: object) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([str(TOOLS / tool), *map(str, arguments)], check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
