"""Zip files whose bytes depend on their entries alone: stored, sorted, of one date, from no system."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

OLDEST_DATE: Final = (1980, 1, 1, 0, 0, 0)
UNIX: Final = 3
FILE_MODE: Final = 0o100644 << 16
FOLDER_MODE: Final = 0o040755 << 16 | 0x10


def pack(entries: Mapping[str, bytes]) -> bytes:
    """A zip file of these entries. Stored, as the host's Brotli does better than deflate.

    Folders get entries of their own: Python's zipimport finds namespace packages by them.
    """
    folders = {f"{folder}/": b"" for name in entries for folder in PurePosixPath(name).parents}
    del folders["./"]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in sorted({**folders, **entries}.items()):
            entry = ZipInfo(name, OLDEST_DATE)
            entry.create_system = UNIX
            entry.external_attr = FOLDER_MODE if name.endswith("/") else FILE_MODE
            archive.writestr(entry, content)
    return buffer.getvalue()


def unpack(archive: bytes) -> dict[str, bytes]:
    """The files of a zip file by name, without its folders."""
    with ZipFile(BytesIO(archive)) as opened:
        return {
            entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()
        }
