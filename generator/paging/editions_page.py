"""The page that puts the editions side by side: what each is, and what changed between those that are scored."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.clause_rows import ClauseRow, clause_rows
from generator.paging.compared_people import ComparedPeople, compared_people
from generator.paging.editions import IndicatorView, ScoredEdition, current_of
from generator.paging.page import Page
from generator.paging.worked_examples import WorkedExamples
from generator.policy.editions import EditionText
from generator.policy.pages import GuideGroup, GuidePlace
from generator.policy.sources import Document
from generator.scoring.codes import IndicatorCode
from generator.scoring.model import Capped, Exclusive


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """An edition as the page lists it."""

    text: EditionText
    document: Document
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An indicator whose rule differs; None where an edition does not have it."""

    before: IndicatorView | None
    after: IndicatorView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange:
    """Indicators by their titles and how they count together in each edition; None where each counts by itself."""

    titles: tuple[str, ...]
    before: Exclusive | Capped | None
    after: Exclusive | Capped | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one scored edition to the next."""

    before: ScoredEdition
    after: ScoredEdition
    changed: tuple[Change, ...]
    unchanged: tuple[IndicatorView, ...]
    groups: tuple[GroupChange, ...]
    """Indicators that excluded each other, or were capped together, in another way or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsBody:
    """What the page shows; newest first."""

    editions: tuple[EditionView, ...]
    comparisons: tuple[Comparison, ...]
    rows: tuple[ClauseRow, ...]
    """Clause by clause, as the guide has it; cells are oldest first."""
    people: tuple[ComparedPeople, ...]


def editions_page(
    policy: PolicyText, scored: tuple[ScoredEdition, ...], examples: WorkedExamples
) -> Page:
    """The page about the editions."""
    return Page(
        address=addresses.EDITIONS,
        template="pages/editions.html.j2",
        title="版本对照",
        description="历年的积分办法各管哪几年，一版一版改了什么。",
        place=GuidePlace(group=GuideGroup.DOUBTS, order=40),
        body=EditionsBody(
            editions=tuple(
                EditionView(
                    text=edition,
                    document=policy.documents[edition.document],
                    citation=cite(edition.receipt, policy.documents),
                )
                for edition in reversed(list(policy.editions.values()))
            ),
            comparisons=tuple(
                compare(before, after) for before, after in reversed(list(pairwise(scored)))
            ),
            rows=clause_rows(policy, current_of(policy, scored)),
            people=compared_people(policy, examples),
        ),
    )


def compare(before: ScoredEdition, after: ScoredEdition) -> Comparison:
    """What changed from ``before`` to ``after``, in the order of ``after``, what was dropped at the end."""
    changed: list[Change] = []
    unchanged: list[IndicatorView] = []
    for code, new in after.indicators.items():
        old = before.indicators.get(code)
        if old is not None and old.rule.rule == new.rule.rule and old.most == new.most:
            unchanged.append(new)
        else:
            changed.append(Change(before=old, after=new))
    dropped = [old for code, old in before.indicators.items() if code not in after.indicators]
    changed += [Change(before=old, after=None) for old in dropped]
    return Comparison(
        before=before,
        after=after,
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        groups=tuple(_groups(before, after)),
    )


def _groups(before: ScoredEdition, after: ScoredEdition) -> Iterator[GroupChange]:
    """Yield the groups that changed: told by their members, whatever their clause."""
    known = {**before.indicators, **after.indicators}
    old, new = _grouped(before), _grouped(after)
    for members in dict.fromkeys([*old, *new]):
        sides = old.get(members), new.get(members)
        if _counts_as(sides[0]) != _counts_as(sides[1]):
            titles = tuple(known[code].title for code in members)
            yield GroupChange(titles=titles, before=sides[0], after=sides[1])


def _grouped(edition: ScoredEdition) -> dict[tuple[IndicatorCode, ...], Exclusive | Capped]:
    scoring = edition.scoring
    groups: tuple[Exclusive | Capped, ...] = (*scoring.exclusive, *scoring.capped)
    return {each.members: each for each in groups}


def _counts_as(group: Exclusive | Capped | None) -> object:
    """Return what two groups of the same members have to have in common to count alike."""
    return type(group), group.cap if isinstance(group, Capped) else None
