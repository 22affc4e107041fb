"""The output map: every file of the site by its address, before anything touches the disk."""

from collections.abc import Mapping
from pathlib import PurePosixPath

type Files = Mapping[str, bytes]
"""Addresses such as ``indicators/age.html``, relative to the root of the site, and their bytes."""


class OutputError(Exception):
    """Two parts of the build want the same address, or an address leaves the site."""


def merge(*parts: Files) -> dict[str, bytes]:
    """All parts as one map, sorted by address.

    Raises OutputError where an address is given twice or is not a plain relative path.
    """
    merged: dict[str, bytes] = {}
    for part in parts:
        for address, content in part.items():
            _require_plain(address)
            if address in merged:
                raise OutputError(f"two parts of the build write {address}")
            merged[address] = content
    return dict(sorted(merged.items()))


def _require_plain(address: str) -> None:
    path = PurePosixPath(address)
    if path.is_absolute() or ".." in path.parts or str(path) != address or not path.parts:
        raise OutputError(f"{address!r} is not a plain address inside the site")
