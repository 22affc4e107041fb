"""One mistake, and the exception that carries all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same mistakes sorted by place, each one once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[tuple[str, int, int], str, str]:
    return (diagnostic.place.order, diagnostic.code.id, diagnostic.message)
