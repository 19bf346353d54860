"""The only Python that imports PySide6: wiring, timers, view models, watchers. It decides nothing."""
