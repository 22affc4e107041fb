"""What a killed build leaves half made: files and folders whose name ends in the number of its process."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def sweep(folder: Path, pattern: str) -> None:
    """Deletes the entries of the folder that match the pattern and end in ``.PID`` of a process that is gone."""
    for entry in folder.glob(pattern):
        owner = entry.name.rpartition(".")[2]
        if not owner.isdecimal() or _is_running(int(owner)):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                entry.unlink()


def files_below(folder: Path, before: str = "") -> Iterator[str]:
    """All that is no folder, at any depth, by its path from the folder, ``before`` put before it; links are not followed."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            name = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from files_below(Path(entry), f"{name}/")
            else:
                yield name


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return process != os.getpid()
