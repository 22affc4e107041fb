"""What files said when they were last read, kept for as long as the process goes on: only changed ones are read anew."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.diagnostics import Diagnostic
from generator.policy.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Said[T]:
    """What a file says, the mistakes in it, and where its values stand."""

    value: T
    found: tuple[Diagnostic, ...]
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    content: bytes
    said: object


class FileMemory:
    """Files by their paths and by what is made of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, str, Hashable], _Kept] = {}

    def said[T](
        self, file: Path, shown: str, made_as: Hashable, make: Callable[[], Said[T]]
    ) -> Said[T]:
        """What was made of the file, called ``shown`` in messages; made now where it said something else before.

        ``made_as`` tells apart what is made of one file; it belongs to one type of value.
        """
        content = file.read_bytes()
        key = (file, shown, made_as)
        kept = self._kept.get(key)
        if kept is not None and kept.content == content:
            return cast("Said[T]", kept.said)
        said = make()
        self._kept[key] = _Kept(content=content, said=said)
        return said
