"""Processes for test_durability.py, as a script: it imports little, and forks what it kills."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Arrangement, Decision
from kiosk.core.arrangement.changes import Changes
from kiosk.core.storage.state_folder import Busy, StateFolder

NOW = datetime(2026, 11, 22, 10, 0)


def state(number: int) -> Arrangement:
    """A state that tells from each of its parts which number it is."""
    order = [f"t/{(at + number) % 40:02d}" for at in range(40)]
    return Arrangement(tuple(order), {order[0]: Decision(seconds=3.0 + number % 200)}, number=number)


def save_for_ever(folder: Path, said: int) -> None:
    store = StateFolder(folder)
    while True:
        store.update(lambda now: state(now.number + 1), Changes(), NOW)
        os.write(said, b".")


def kill(folder: Path, times: int) -> None:
    """Kills a saving process at random moments, and checks after each what the next start would read."""
    # Imported here, so that no child spends its life importing it.
    from kiosk.core.storage import arrangement_document  # noqa: F401

    store = StateFolder(folder)
    random.seed(20261122)
    number = 0
    save_seconds = 0.02
    for _ in range(times):
        hears, said = os.pipe()
        child = os.fork()
        if child == 0:
            save_for_ever(folder, said)
        os.close(said)
        started = time.perf_counter()
        os.read(hears, 1)
        save_seconds = 0.8 * save_seconds + 0.2 * (time.perf_counter() - started)
        # Spread over about two saves, so that every step of one is hit.
        time.sleep(random.random() * 2 * save_seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        answered = 1 + len(os.read(hears, 4096))
        os.close(hears)
        arrangement, problems = store.read()
        assert not problems, problems
        # A save that was answered holds; the one that was cut off holds or does not. Numbers may skip one for it.
        assert number + answered <= arrangement.number <= number + answered + 2, (number, answered, arrangement.number)
        assert arrangement == replace(state(_wanted(arrangement)), number=arrangement.number)
        number = arrangement.number
        for version in store.history()[:2]:
            store.version(version.number)
    print("whole")


def _wanted(arrangement: Arrangement) -> int:
    """The number that the state was made for, read from its order."""
    start = int(arrangement.order[0][2:])
    return next(n for n in (arrangement.number, arrangement.number - 1) if n % 40 == start)


def count(folder: Path, name: str, times: int) -> None:
    store = StateFolder(folder)
    for _ in range(times):

        def change(now: Arrangement) -> Arrangement:
            old = now.decision(name).seconds or 3.0
            return replace(now, decisions={**now.decisions, name: Decision(seconds=old + 1)})

        # On a busy machine the other one may have the disk for long; staff would try again, too.
        while True:
            with suppress(Busy):
                store.update(change, Changes(timed=1), NOW)
                break


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["kill", folder, times]:
            kill(Path(folder), int(times))
        case ["count", folder, name, times]:
            count(Path(folder), name, int(times))
