"""One mistake, and the exception that carries all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.diagnostics.codes import Code, Severity
from generator.diagnostics.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Another place that the mistake has to do with, and a word on why."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake: its kind, where it is, what is wrong and what would put it right."""

    code: Code
    place: Place
    message: str
    hint: str = ""
    """What to do; the hint of the code where empty."""
    notes: tuple[Note, ...] = ()
    also: tuple[Place, ...] = ()
    """Further places of the same mistake."""
    key: str = ""
    """The key that is missing or not known, where the mistake is that."""

    @property
    def severity(self) -> Severity:
        return self.code.severity

    @property
    def advice(self) -> str:
        """The hint that is shown."""
        return self.hint or self.code.hint


class DataErrors(Exception):  # noqa: N818  -- it carries many
    """The data holds mistakes; ``diagnostics`` has all that were found, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__(f"{len(self.diagnostics)} mistakes in the policy data")


MANY = 2
"""The same message more often than this in one file has one cause: it is given once, with all places."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same mistakes sorted by place, each one once; one that fills a file is gathered."""
    alike: dict[tuple[str, Code, str], list[Diagnostic]] = {}
    for diagnostic in sorted(dict.fromkeys(diagnostics), key=_order):
        key = (diagnostic.place.source.name, diagnostic.code, diagnostic.message)
        alike.setdefault(key, []).append(diagnostic)
    gathered = (each for group in alike.values() for each in _gathered(group))
    return tuple(sorted(gathered, key=_order))


def _gathered(alike: list[Diagnostic]) -> list[Diagnostic]:
    if len(alike) <= MANY:
        return alike
    first, *others = alike
    return [replace(first, also=(*first.also, *(other.place for other in others)))]


def _order(diagnostic: Diagnostic) -> tuple[tuple[str, int, int], str, str]:
    return (diagnostic.place.order, diagnostic.code.id, diagnostic.message)
