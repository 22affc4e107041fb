"""Where something stands in a file of the data."""

from dataclasses import dataclass, field
from typing import override


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: the name that messages give it, and its lines, as line feeds part them."""

    name: str
    lines: tuple[str, ...] = field(default=(), repr=False, compare=False)

    def line(self, number: int) -> str | None:
        """The line of that number, counted from 1; None where the file has none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one line; ``line`` and ``column`` count from 1, in characters."""

    source: Source
    line: int = 1
    column: int = 1
    length: int = 1

    @override
    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int]:
        """Sorts places as a reader meets them: by file, line and column."""
        return (self.source.name, self.line, self.column)
