"""The program under a real X server, as in tests/e2e."""

from __future__ import annotations

from tests.e2e.conftest import display, installed, service, slides, start, state

__all__ = ["display", "installed", "service", "slides", "start", "state"]
