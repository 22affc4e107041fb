"""Both sides asked the same, and what comes out otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise

from generator.impact.asking import Answered, Answering, Asked, Kind, everyone, everyone_on
from generator.impact.pages import PageChange, page_changes
from generator.impact.sides import Side
from generator.loading.model import PolicyText
from generator.timeline.spans import ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Someone of whom the new side says something else; ``changes`` by what it is about: old and new."""

    asked: Asked
    changes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who scores otherwise on the first day of an edition that only the new side has than on the day before."""

    edition: str
    on: date
    asked: Mapping[Kind, int]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What the new side does otherwise; ``alone`` are those asked on days that only one side can score."""

    old: str
    new: str
    asked: Mapping[Kind, int]
    alone: Mapping[Kind, int]
    moved: tuple[Moved, ...]
    turns: tuple[Turn, ...]
    pages: tuple[PageChange, ...]


def impact_of(old: Side, new: Side) -> Impact:
    """Everything; where both score alike by the same bytes, nobody is asked, as nobody can move."""
    people = tuple(everyone(old.policy, new.policy, _from_day(new.policy)))
    is_same = old.policy.scoring_text == new.policy.scoring_text
    both = () if is_same else tuple(_asked_of_both(people, old.policy, new.policy))
    alone = [asked for asked, was, now in both if not (was.outcome and now.outcome)]
    return Impact(
        old=f"{old.name} ({old.policy.version})",
        new=f"{new.name} ({new.policy.version})",
        asked=Counter(asked.kind for asked in people),
        alone=Counter(asked.kind for asked in alone),
        moved=tuple(_moved(both)),
        turns=tuple(_turns(old.policy, new.policy)),
        pages=page_changes(old.policy, new.policy),
    )


def _from_day(policy: PolicyText) -> date:
    """The day of the data, brought into what the edition covers that is in force on it."""
    edition = policy.current
    return min(max(policy.as_of, edition.in_force_from), edition.in_force_to or date.max)


type _Both = tuple[Asked, Answered, Answered]
"""Someone, and what the old side says of them and what the new one."""


def _asked_of_both(people: tuple[Asked, ...], old: PolicyText, new: PolicyText) -> Iterator[_Both]:
    before, after = Answering(old), Answering(new)
    for asked in people:
        yield asked, before.answered(asked, after), after.answered(asked, before)


def _moved(both: Iterable[_Both]) -> Iterator[Moved]:
    for asked, was, now in both:
        changes = _changes(was, now)
        if changes and was.outcome and now.outcome:
            yield Moved(asked=asked, changes=changes)


def _turns(old: PolicyText, new: PolicyText) -> Iterator[Turn]:
    """Yield the editions that follow another one on the new side and are not on the old one."""
    known = {edition.code for edition in old.scoring.editions}
    answering = Answering(new)
    for before, edition in pairwise(new.scoring.editions):
        if edition.code not in known and before.last + ONE_DAY == edition.first:
            people = tuple(everyone_on(new, edition.first))
            the_day_before = (answering.answered(replace(each, on=before.last)) for each in people)
            both = zip(people, the_day_before, map(answering.answered, people), strict=True)
            yield Turn(
                edition=new.editions[edition.code].called,
                on=edition.first,
                asked=Counter(asked.kind for asked in people),
                moved=tuple(_moved(both)),
            )


def _changes(old: Answered, new: Answered) -> dict[str, tuple[str, str]]:
    names = (field.name for field in fields(Answered))
    pairs = zip(names, _values(old), _values(new), strict=True)
    return {name: (was, now) for name, was, now in pairs if was != now}


def _values(answered: Answered) -> tuple[str, ...]:
    return (answered.outcome, answered.score, answered.first_date, answered.plan)
