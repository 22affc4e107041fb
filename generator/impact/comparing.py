"""Both sides asked the same, and what comes out otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from generator.impact.asking import Answered, Answering, Asked, Kind, everyone
from generator.impact.pages import PageChange, page_changes
from generator.impact.sides import Side
from generator.loading.model import PolicyText


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Someone of whom the new side says something else; ``changes`` by what it is about: old and new."""

    asked: Asked
    changes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What the new side does otherwise."""

    old: str
    new: str
    asked: Mapping[Kind, int]
    moved: tuple[Moved, ...]
    pages: tuple[PageChange, ...]


def impact_of(old: Side, new: Side) -> Impact:
    """Everything; where both score alike by the same bytes, nobody is asked, as nobody can move."""
    people = tuple(everyone(old.policy, new.policy, _from_day(new.policy)))
    is_same = old.policy.scoring_text == new.policy.scoring_text
    return Impact(
        old=f"{old.name} ({old.policy.version})",
        new=f"{new.name} ({new.policy.version})",
        asked=Counter(asked.kind for asked in people),
        moved=() if is_same else tuple(_moved(people, old.policy, new.policy)),
        pages=page_changes(old.policy, new.policy),
    )


def _from_day(policy: PolicyText) -> date:
    """The day of the data, brought into what the edition covers that is in force on it."""
    edition = policy.current
    return min(max(policy.as_of, edition.in_force_from), edition.in_force_to)


def _moved(people: tuple[Asked, ...], old: PolicyText, new: PolicyText) -> Iterator[Moved]:
    before, after = Answering(old), Answering(new)
    for asked in people:
        changes = _changes(before.answered(asked), after.answered(asked))
        if changes:
            yield Moved(asked=asked, changes=changes)


def _changes(old: Answered, new: Answered) -> dict[str, tuple[str, str]]:
    names = (field.name for field in fields(Answered))
    pairs = zip(names, _values(old), _values(new), strict=True)
    return {name: (was, now) for name, was, now in pairs if was != now}


def _values(answered: Answered) -> tuple[str, ...]:
    return (answered.outcome, answered.score, answered.first_date, answered.plan)
