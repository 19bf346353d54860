"""Drives out of a mount table."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.storage import usb_drives
from kiosk.core.storage.usb_drives import Drive

TABLE = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 8:1 / /media/maria/My\\040Stick rw,nosuid shared:5 - vfat /dev/sdb1 rw,fmask=0022
41 27 8:2 / /run/media/kiosk/Backup rw - exfat /dev/sdc1 rw
42 27 8:3 / /mnt rw - ext4 /dev/sdd1 rw
43 27 8:4 / /media/locked ro - vfat /dev/sde1 rw
44 27 8:5 / /media/locked2 rw - iso9660 /dev/sr0 ro
45 27 0:9 / /mnt/memory rw - tmpfs tmpfs rw
46 27 254:0 /srv /mnt/bound rw - ext4 /dev/vda rw
47 27 8:6 / /home/media/x rw - vfat /dev/sdf1 rw
48 27 8:7 / /media/hidden rw - vfat /dev/sdg1 rw
49 27 0:9 / /media/hidden rw - tmpfs tmpfs rw
nonsense
50 27 8:8 / /mediator rw - vfat /dev/sdh1 rw
"""


def test_only_drives_that_can_be_written_to_are_listed() -> None:
    assert usb_drives.mounted(TABLE, lambda path: True) == (
        Drive("Backup", Path("/run/media/kiosk/Backup")),
        Drive("mnt", Path("/mnt")),
        Drive("My Stick", Path("/media/maria/My Stick")),
    )
    assert usb_drives.mounted(TABLE, lambda path: path == Path("/mnt")) == (Drive("mnt", Path("/mnt")),)


@pytest.mark.parametrize("table", ["", "\n", " - ", "a b c d /mnt rw - x"])
def test_an_odd_table_lists_nothing(table: str) -> None:
    assert usb_drives.mounted(table, lambda path: True) == ()


def test_the_table_of_this_machine_can_be_read() -> None:
    assert isinstance(usb_drives.mounted(), tuple)
