"""editions/<date>/edition.yaml: an edition's document, validity, standard score and order of indicators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.policy.evidence import Authority, Confidence, DocumentCode, FigureReceipt, Receipt
from generator.policy.marks import Answer, DayText, Only, Sources, Tag
from generator.policy.plain import Plain
from generator.policy.sources import InForce
from generator.scoring.codes import ReadingCode
from generator.scoring.marks import Code, Entries, Key, Once, Points
from generator.scoring.model import Capped, Exclusive

_SCORED = Only(needed=("true",))
_IF_SCORED = Only(allowed=("true",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """How sure what an edition takes over is under it."""

    authority: Authority | None = None
    confidence: Confidence = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFigure:
    """A figure of a rule that an edition takes over, by its path, such as ``age.rule.cap``, and what it is now."""

    figure: str
    now: Annotated[Plain, Answer()]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionText:
    """An edition; one that is not scored has neither a standard score nor indicators."""

    code: Annotated[DayText, Key("edition")]
    title: str
    document: DocumentCode
    in_force: InForce
    scored: Annotated[bool, Tag()]
    receipt: Annotated[Receipt, Key("source"), Sources()]
    standard_score: Annotated[Points | None, _SCORED] = None
    window_end: Annotated[ReadingCode, _IF_SCORED] = ""
    """The reading that says where windows of the ledger end; without one they end before the month of the day."""
    exclusive: Annotated[tuple[Exclusive, ...], Entries(0), _IF_SCORED] = ()
    capped: Annotated[tuple[Capped, ...], Entries(0), _IF_SCORED] = ()
    indicators: Annotated[tuple[Code, ...], Once("indicator"), _SCORED] = ()
    added: Annotated[tuple[Code, ...], Once("indicator"), _IF_SCORED] = ()
    """What the edition before doesn't have; each stands after the others of its section."""
    removed: Annotated[tuple[Code, ...], Once("indicator"), _IF_SCORED] = ()
    """What the edition before has, and this one not."""
    exceptions: Annotated[tuple[FigureReceipt, ...], Key("except"), _IF_SCORED] = ()
    notes: Annotated[tuple[str, ...], Once("note")] = ()
    based_on: Annotated[DayText, _IF_SCORED] = ""
    """The edition before, from which it takes over what its own files leave out."""
    inherited: Annotated[Inherited | None, _IF_SCORED] = None
    figures: Annotated[tuple[NewFigure, ...], Once("figure"), _IF_SCORED] = ()
    """Single figures that it changes in rules that it takes over."""
    cases_on: Annotated[date | None, _IF_SCORED] = None
    """The day on which cases are asked that say none; the first day where there is no such day."""
    conditions: Annotated[tuple[Code, ...], Entries(0), Once("condition"), _IF_SCORED] = ()
    """What one has to meet to apply, beside the points."""
    name: str = ""
    """What pages call it, where its first year is not enough."""

    @property
    def called(self) -> str:
        """Its name; that of its first year where it has none of its own."""
        return self.name or f"{self.in_force_from.year} 年版"

    @property
    def in_force_from(self) -> date:
        """Its first day."""
        return self.in_force.from_

    @property
    def in_force_to(self) -> date | None:
        """Its last day; None where the law names none."""
        return self.in_force.to


def in_force_on(day: date, editions: Iterable[EditionText]) -> EditionText:
    """The scored edition that began last up to the day; the first one where none has begun. Oldest come first."""
    scored = [edition for edition in editions if edition.scored]
    return next((each for each in reversed(scored) if each.in_force_from <= day), scored[0])
