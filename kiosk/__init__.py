"""Waiting-room kiosk: illustrated explainer slides that loop, and that patients can tap through."""

__version__ = "0.1.0"
