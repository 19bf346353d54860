"""The fixtures of the end-to-end tests, for their long tables."""

from tests.e2e.conftest import display, installed, service, slides, start, state

__all__ = ["display", "installed", "service", "slides", "start", "state"]
