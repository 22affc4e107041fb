"""Folders that a step of ours works in, below the system's temporary one, and gone with the step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from generator.leftovers import sweep

_NAME: Final = "hujifen-"


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder.

    Raises OSError that names the folder and the fix where there is no room in it.
    """
    with TemporaryDirectory(prefix=_NAME, suffix=f".{os.getpid()}") as folder:
        try:
            yield Path(folder)
        except OSError as error:
            if error.errno not in {ENOSPC, EDQUOT}:
                raise
            said = f"{error.strerror}; name a folder with more room by TMPDIR"
            raise OSError(error.errno, said, folder) from error


def sweep_scratch() -> None:
    """Clears the folders that killed processes left behind; a process calls it before it has one."""
    sweep(Path(gettempdir()), f"{_NAME}*")
