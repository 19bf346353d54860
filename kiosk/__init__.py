"""Waiting-room kiosk: illustrated explainer slides that loop, and that patients can tap through."""

__version__ = "0.1.0"
# A day that is past wherever this version runs: the machine's clock cannot be right before it. Set it anew with each version
# (tests/core/test_clock.py fails on one that is a year behind the newest commit, or later than that).
__built__ = "2026-11-22"
