"""kill -9 at 3,000 moments of a save: the old state or the new one holds, whole."""

from __future__ import annotations

from pathlib import Path

from tests.core.storage.test_durability import saving


def test_kill_nine_at_3000_moments_leaves_the_old_or_the_new_state_whole(tmp_path: Path) -> None:
    assert saving("kill", tmp_path / "state", 3000).communicate() == ("whole\n", "")
