"""Worked examples: golden cases that the engine answers while the site is built."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256

from generator.paging.editions import ScoredEdition
from generator.policy.cases import Case, Published
from generator.scoring.points import Points


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine:
    """One award of a verdict."""

    title: str
    address: str
    points: Points
    would_be: Points | None
    status: str
    reason: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """A verdict on a case: its sentence, what gave or took points, the total."""

    name: str
    anchor: str
    sentence: str
    outcome: str
    score: Points | None
    score_range: tuple[Points, Points]
    standard_score: int
    awards: tuple[AwardLine, ...]
    """Those that moved the score, lost to a better one or are open."""
    published: Published | None
    is_of_another_edition: bool = False
    """Whether it is not of the edition that the page speaks of; its sentence then says of which day it is."""


class WorkedExamples:
    """Finds cases by name and has the engine answer them, each once."""

    def __init__(
        self,
        cases: Iterable[Case],
        editions: Iterable[ScoredEdition],
        score_json: Callable[[str], str],
        current: str,
    ) -> None:
        """``score_json`` is the engine: request text in, verdict text out; cases of ``current`` go first."""
        self._current = current
        self._cases = tuple(cases)
        self._named = {case.name: case for case in self._cases}
        self._named |= {case.name: case for case in self._cases if case.edition == current}
        self._own = {(case.edition, case.name): case for case in reversed(self._cases)}
        self._editions = {edition.text.code: edition for edition in editions}
        self._score_json = score_json
        self._made: dict[tuple[str, str], WorkedExample] = {}

    def names(self) -> tuple[str, ...]:
        """All cases, in the order of the data."""
        return tuple(self._named)

    def named(self, name: str, edition: str = "") -> WorkedExample:
        """The example of the case of that name: in ``edition``, else in the one in force, else in the newest.

        KeyError where there is none.
        """
        case = self._own.get((edition, name)) or self._named[name]
        is_of_another = case.edition != (edition or self._current)
        return replace(self._example(case), is_of_another_edition=is_of_another)

    def has_any(self, names: Iterable[str], edition: str) -> bool:
        """Whether an edition has one of the cases of those names."""
        return any((edition, name) in self._own for name in names)

    def answering(self, case: Case) -> WorkedExample:
        """The example of a case that is not among the golden ones."""
        return self._make(case, anchor="")

    def concerning(
        self, edition: ScoredEdition, indicator: str, at_most: int
    ) -> tuple[WorkedExample, ...]:
        """The first cases of an edition that say what an indicator gives, different points first."""
        found: list[Case] = []
        points: set[Points] = set()
        for case in self._cases:
            given = case.expect.awards.get(indicator)
            if case.edition == edition.text.code and given is not None and given not in points:
                found.append(case)
                points.add(given)
        found.sort(key=lambda case: case.expect.awards[indicator] == 0)
        return tuple(self._example(case) for case in found[:at_most])

    def _example(self, case: Case) -> WorkedExample:
        key = (case.edition, case.name)
        if key not in self._made:
            self._made[key] = self._make(case, anchor=anchor_of(case))
        return self._made[key]

    def _make(self, case: Case, anchor: str) -> WorkedExample:
        verdict = json.loads(self._score_json(json.dumps(case.request)), parse_float=Decimal)
        edition = self._editions[verdict["edition"]]
        return WorkedExample(
            name=case.name,
            anchor=anchor,
            sentence=verdict["sentence"],
            outcome=verdict["outcome"],
            score=verdict["score"],
            score_range=(verdict["score_range"][0], verdict["score_range"][1]),
            standard_score=verdict["standard_score"],
            awards=tuple(
                AwardLine(
                    title=edition.indicators[award["indicator"]].title,
                    address=edition.indicators[award["indicator"]].address,
                    points=award["points"],
                    would_be=award.get("would_be"),
                    status=award["status"],
                    reason=award["sentence"],
                    clause=award["clause"],
                )
                for award in verdict["awards"]
                if award["status"] != "not_met" or award["indicator"] in case.expect.awards
            ),
            published=case.text.published,
        )


def anchor_of(case: Case) -> str:
    """The place of a case on its page: by its file and its sentence, so that others may come and go."""
    return f"case-{case.topic.replace('_', '-')}-{sha256(case.name.encode()).hexdigest()[:6]}"
