"""Put the output on the disk in one swap: readers see the old site or the new one, never a part of one."""

import contextlib
import ctypes
import os
import shutil
import sys
from pathlib import Path

from generator.writing.output import Files

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def publish(files: Files, dist: Path) -> None:
    """Replaces the folder ``dist`` by the files; whatever fails before the swap leaves it as it was."""
    _sweep(dist)
    fresh = dist.with_name(f"{dist.name}.{os.getpid()}")
    try:
        write(files, fresh)
        swap(fresh, dist)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(files: Files, folder: Path) -> None:
    """Writes the files into a new folder."""
    folder.mkdir()
    for address, content in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def swap(fresh: Path, dist: Path) -> None:
    """Makes ``fresh`` the new ``dist``; afterwards ``fresh`` is the old one, or gone."""
    if not dist.exists():
        fresh.rename(dist)
        return
    if _exchange(fresh, dist):
        return
    aside = fresh.with_name(fresh.name + ".old")
    dist.rename(aside)
    try:
        fresh.rename(dist)
    except BaseException:
        aside.rename(dist)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Linux exchanges two folders in one step; False where the system or the file system can't."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _sweep(dist: Path) -> None:
    """Clears what builds left behind that were killed: folders named after processes that are gone."""
    for folder in dist.parent.glob(f"{dist.name}.*"):
        owner = folder.name.removeprefix(f"{dist.name}.").split(".")[0]
        if owner.isdecimal() and not _is_running(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False
    with contextlib.suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
