"""PINs that are refused: those that are none, and those that are guessed first."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

SHORTEST, LONGEST = 6, 12
# Of the ten six-digit PINs that are used most, those that no rule below refuses. Markert, Bailey, Golla, Dürmuth, Aviv:
# "This PIN Can Be Easily Guessed", IEEE Symposium on Security and Privacy 2020; 159753 is a cross on the keypad.
MOST_USED = frozenset({"112233", "159753", "789456"})


class Refusal(Enum):
    """The reason against a PIN, as a sentence for a terminal."""

    NO_PIN = f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else."
    ONE_DIGIT = "That is one digit again and again, which is easily guessed. Choose another PIN."
    COUNTS = "That counts up or down, which is easily guessed. Choose another PIN."
    REPEATS = "That repeats itself, which is easily guessed. Choose another PIN."
    MOST_USED = "That is one of the PINs that most people choose, and so easily guessed. Choose another one."


class RefusedPin(ValueError):
    """A PIN that is not taken. The message never holds it."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


def refusal(pin: str) -> Refusal | None:
    """The reason against a PIN; None for one that is taken."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        return Refusal.NO_PIN
    # From 9 on, counting goes on with 0.
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps == {0}:
        return Refusal.ONE_DIGIT
    if steps in ({1}, {9}):
        return Refusal.COUNTS
    if any(pin == (pin[:length] * len(pin))[: len(pin)] for length in range(2, len(pin) // 2 + 1)):
        return Refusal.REPEATS
    return Refusal.MOST_USED if pin in MOST_USED else None
