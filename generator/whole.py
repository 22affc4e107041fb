"""Files that are written whole or not at all: a full disk, a kill or a power cut leaves what was there before."""

import os
from contextlib import suppress
from pathlib import Path
from shutil import copymode


def write_whole(file: Path, *parts: bytes) -> None:
    """Puts the parts into the file, one after another, in place of what it held; raises OSError.

    What a kill leaves is called ``NAME.PID``.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with partial.open("wb") as opened:
            opened.writelines(parts)
            opened.flush()
            os.fsync(opened.fileno())
        with suppress(FileNotFoundError):
            copymode(file, partial)
        partial.replace(file)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
