"""Put the output on the disk in one swap: readers see the old site or the new one, never a part of one.

What is replaced is what an earlier build made, and nothing else: each output carries the list of its files (``generator.mark``).
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from glob import escape
from pathlib import Path, PurePosixPath
from typing import Final

from generator.digests import Digests
from generator.leftovers import files_below, sweep
from generator.mark import MARK, addresses_in, mark_of
from generator.writing.output import Files, OutputError

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_NAMED: Final = 3


def publish(
    files: Files,
    dist: Path,
    *,
    digests: Digests | None = None,
    require: Callable[[Path], None] | None = None,
) -> None:
    """Replaces the folder ``dist`` by the files; whatever fails before the swap leaves it as it was.

    ``digests`` as with ``mark_of``.

    ``require`` is given the folder with the files before the swap, and raises where they are not fit to be shown.
    Where ``dist`` is a symbolic link, what it leads to is replaced, and the link stays.

    Raises OutputError where anything stands at ``dist`` that an earlier build did not make, and OSError.
    """
    place = place_of(dist)
    place.parent.mkdir(parents=True, exist_ok=True)
    sweep(place.parent, f".{escape(place.name)}.building.*")
    fresh = place.with_name(f".{place.name}.building.{os.getpid()}")
    try:
        write({**files, MARK: mark_of(files, digests)}, fresh)
        if require is not None:
            require(fresh)
        swap(fresh, place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def place_of(dist: Path) -> Path:
    """Where the output goes, links followed; raises OutputError where what stands there is not of a build."""
    try:
        place = dist.resolve()
    except RuntimeError:  # Python 3.12 says so of a link that leads to itself; 3.13 gives it back.
        place = dist
    if place.is_symlink():
        raise OutputError(f"{dist} is a link that leads in a circle: name a folder with --dist")
    if place.is_dir():
        _require_ours(place, dist)
    elif place.exists():
        raise OutputError(f"{dist} is a file, not a folder: name a folder, or a new one")
    return place


def write(files: Files, folder: Path) -> None:
    """Writes the files into a new folder; an OSError names what could not be written."""
    folder.mkdir()
    for parent in {PurePosixPath(address).parent for address in files}:
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for address, content in files.items():
        try:
            (folder / address).write_bytes(content)
        except OSError as error:
            error.filename = error.filename or str(folder / address)
            raise


def swap(fresh: Path, place: Path) -> None:
    """Puts ``fresh`` in the place; afterwards ``fresh`` is what was there before, or gone."""
    if not place.exists():
        fresh.rename(place)
        return
    if _exchange(fresh, place):
        return
    aside = fresh.with_name(f".{place.name}.building.old.{os.getpid()}")
    place.rename(aside)
    try:
        fresh.rename(place)
    except BaseException:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _require_ours(folder: Path, shown: Path) -> None:
    """Raises OutputError where the folder holds a file that no build made."""
    found = set(files_below(folder))
    if not found:
        return
    made = addresses_in(folder)
    if made is None:
        raise OutputError(
            f"{shown} holds files but no list of what a build made there ({MARK}), so it is left alone:"
            " delete it, or name another folder with --dist"
        )
    foreign = sorted(found - made)
    if foreign:
        more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
        raise OutputError(
            f"{shown} holds what the build did not make, and would delete: {', '.join(foreign[:_NAMED])}{more}."
            " Move it elsewhere, then build again"
        )


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
