"""PINs that are guessed first are refused, and no others."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.weak_pins import Refusal, RefusedPin, refusal


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("", Refusal.NO_PIN),
        ("12345", Refusal.NO_PIN),
        ("1234567890123", Refusal.NO_PIN),
        ("12345a", Refusal.NO_PIN),
        *((digit * length, Refusal.ONE_DIGIT) for digit in "0123456789" for length in (6, 7, 12)),
        *((pin, Refusal.COUNTS) for pin in ("123456", "012345", "456789", "567890", "890123", "901234", "12345678")),
        *((pin, Refusal.COUNTS) for pin in ("654321", "987654", "543210", "210987", "109876", "9876543210")),
        *((pin, Refusal.REPEATS) for pin in ("121212", "696969", "010101", "123123", "909909", "1212121", "12341234")),
        *((pin, Refusal.MOST_USED) for pin in ("112233", "159753", "789456")),
        *((pin, None) for pin in ("271828", "240681", "123457", "246813", "121213", "112234", "098765432112", "123121")),
    ],
)
def test_what_is_refused_and_why(pin: str, why: Refusal | None, tmp_path: Path) -> None:
    assert refusal(pin) is why
    if why:
        with pytest.raises(RefusedPin) as refused:
            PinFile(tmp_path).set_pin(pin)
        assert not pin or pin not in str(refused.value)
        assert list(tmp_path.iterdir()) == []


def test_hardly_any_pin_is_refused() -> None:
    chosen = random.Random(20261125)
    pins = [f"{chosen.randrange(1_000_000):06d}" for _ in range(20_000)]
    assert sum(refusal(pin) is not None for pin in pins) < 60
