"""The code for a first PIN: random, and guessed no faster than a PIN."""

from __future__ import annotations

import re

from kiosk.core.storage.pin_code import RENEWED_AFTER, PinCode
from kiosk.core.storage.pin_tries import Moment, wait_after


def at(seconds: float) -> Moment:
    return Moment(seconds, "boot")


def test_a_code_has_six_digits_and_is_offered_once() -> None:
    codes = [PinCode().offer() for _ in range(50)]
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    assert len(set(codes)) > 45
    code = PinCode()
    assert code.offer()
    assert code.offer() == ""


def test_without_a_code_nothing_is_right() -> None:
    code = PinCode()
    assert not code.verify("", at(0)).right
    assert not code.verify("000000", at(0)).right
    offered = code.offer()
    code.forget()
    assert not code.verify(offered, at(0)).right


def test_waits_grow_whatever_the_code_is() -> None:
    code, now = PinCode(), 0.0
    codes = set()
    for tried in range(1, 4 * RENEWED_AFTER):
        codes.add(code.offer())
        answer = code.verify("no code", at(now))
        assert (answer.looked_at, answer.wait) == (True, wait_after(tried))
        if answer.wait:
            early = code.verify("no code", at(now + answer.wait - 1))
            assert (early.looked_at, early.wait) == (False, 1)
        now += answer.wait
    # One at first, and one after each five.
    assert len(codes - {""}) == 4
    offered = code.offer() or max(codes)
    assert code.wait(at(now)) == 0
    assert offered


def test_the_right_one_ends_the_wait() -> None:
    code = PinCode()
    offered = code.offer()
    for second in range(3):
        code.verify("no code", at(second))
    assert not code.verify(offered, at(31)).right
    assert code.verify(offered, at(32)).right
    assert code.wait(at(32)) == 0
    assert code.verify(offered, at(33)).right, "it stays until a PIN is set"
