"""Four days of a kiosk in an hour: memory, threads and open files do not grow.

`.venv/bin/python -m pytest -n 0 -s tests/long/test_soak.py`; KIOSK_SOAK_MINUTES makes it shorter.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from kiosk.core.storage.pin import PinFile
from tests.e2e.display import Display
from tests.e2e.panel import PIN
from tests.e2e.program import HOME, Start
from tests.e2e.soak import SPEED, Soak
from tests.faketime import faster

MINUTES = float(os.environ.get("KIOSK_SOAK_MINUTES", "60"))
SEED = int(os.environ.get("KIOSK_SOAK_SEED", "0")) or random.randrange(1, 1_000_000)
# For its first five minutes, eight hours of its own, memory grows, as each slide is drawn in each language and size for the
# first time. The first tenth of an hour holds these minutes; a shorter run compares with what lies within them.
GROWTH = 1.03 if MINUTES >= 60 else 1.15

LATE = {"passed over: it was not ready in time", "the slides folder does not answer; what was read before goes on"}


def test_nothing_grows(start: Start, display: Display, slides: Path, state: Path) -> None:
    shutil.rmtree(slides)
    shutil.copytree(HOME / "slides", slides)
    PinFile(state).set_pin(PIN)
    program = start(extra=faster(SPEED))
    program.wait_for("reloaded")
    run = Soak(program, display, slides, state, SEED)
    run.run(MINUTES * 60)
    early, late = run.between(0.1, 0.2), run.between(0.9, 1.0)
    print(f"seed {SEED}: {len(run.samples)} rounds, {run.sessions} sessions; from {early} to {late}")
    assert (late.threads, late.handles) == (early.threads, early.handles), f"seed {SEED}"
    assert late.memory <= early.memory * GROWTH, f"seed {SEED}: {[sample.memory for sample in run.samples]}"
    assert program.logged("error") == []
    # What has some seconds of its own time has some hundredths of true time, which a busy machine does not always give.
    assert {event["message"] for event in program.logged("problem")} <= LATE
