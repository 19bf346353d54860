"""What a test needs of the machine: without it the test is left out, except on the build server, where it fails."""

from __future__ import annotations

import os
import shutil

import pytest


def need(lacking: str) -> None:
    """`lacking`: what this machine lacks, in words; "" if nothing."""
    if lacking and not os.environ.get("CI"):
        pytest.skip(lacking)
    assert not lacking, lacking


def need_tools(*names: str) -> None:
    """Commands, by their names."""
    missing = [name for name in names if shutil.which(name) is None]
    need(f"{' and '.join(missing)} missing" if missing else "")
