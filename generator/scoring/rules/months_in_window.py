"""Rule kind ``months_in_window``: the best tier whose months are reached within its look-back window."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Lost, Value, open_between, settled
from generator.scoring.questions import Kind, Question
from generator.scoring.readings import Readings, chosen
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Asks, Follows, Months, Points, Reachable, Rising
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.span import Span, exactly

WINDOW: Words = ("months", "months_needed", "window_months", "multiple")


class MixedTiers(StrEnum):
    """Whether months that are high enough for the tier above count for a tier, too."""

    AT_OR_ABOVE = "at_or_above"
    OWN_TIER = "own_tier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """So many months of a count that give the points."""

    question: Annotated[str, Asks((Kind.COUNT,), in_window=True)]
    months: Annotated[Months, Reachable("question")]
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsInWindowRule:
    """The best tier whose months are reached; lowest tier first."""

    kind: ClassVar[str] = "months_in_window"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {
        "months_in_window": WINDOW,
        "months_in_window_less": WINDOW,
    }

    tiers: Annotated[tuple[Tier, ...], Rising()]
    mixed_tiers: Annotated[str | None, Follows(MixedTiers)] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return tuple([tier.question for tier in self.tiers])

    def readings(self) -> tuple[ReadingCode, ...]:
        return () if self.mixed_tiers is None else (self.mixed_tiers,)

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": WINDOW, "not_met": WINDOW, "lost": WINDOW}

    def most_points(self) -> Points | None:
        return max(tier.points for tier in self.tiers)

    def basis(self, facts: Facts) -> Basis:
        codes = self.questions()
        return (
            tuple([facts.count(code) for code in codes]),
            tuple(self._months(facts)) if self._by_own_tier(facts.readings) else None,
            facts.unverified_from(*codes),
        )

    def assess(self, facts: Facts) -> Finding:
        pairs = list(zip(self.tiers, self._months(facts), strict=True))
        reached = [pair for pair in pairs if pair[1].low >= pair[0].months]
        reachable = [tier for tier, count in pairs if count.high >= tier.months]
        low = reached[-1][0].points if reached else 0
        high = reachable[-1].points if reachable else 0
        unverified_from = facts.unverified_from(*self.questions())
        known: dict[str, Value] = {
            tier.question: count.low for tier, count in pairs if count.is_exact
        }
        if low != high:
            return open_between(
                low,
                high,
                missing=facts.missing(*[tier.question for tier in self.tiers if tier.points > low]),
                facts=known,
                figures={},
                unverified_from=unverified_from,
            )
        best, count = reached[-1] if reached else pairs[0]
        words = _words(best, count, facts)
        return settled(
            low,
            facts=known | {"months": words.pop("months")},
            figures=words,
            lost=tuple(
                [Lost(tier.points, _words(tier, count, facts)) for tier, count in reached[:-1]]
            ),
            unverified_from=unverified_from,
        )

    def _by_own_tier(self, readings: Readings) -> bool:
        mixed = chosen(readings, self.mixed_tiers, MixedTiers.AT_OR_ABOVE)
        return mixed is MixedTiers.OWN_TIER

    def _months(self, facts: Facts) -> list[Span[int]]:
        """Return the months of each tier; by its own tier alone those at the next tier's multiple don't count."""
        months = [facts.months(tier.question) for tier in self.tiers]
        if not self._by_own_tier(facts.readings):
            return months
        above = [
            _months_at_next_multiple(tier, following, here, facts)
            for (tier, following), here in zip(pairwise(self.tiers), months, strict=False)
        ]
        return [
            Span(max(0, here.low - more.high), max(0, here.high - more.low))
            for here, more in zip(months, [*above, exactly(0)], strict=True)
        ]

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        return ahead.turns(ahead.states(self.needed(ahead.readings)))

    def cause(self, before: Finding, now: Finding) -> Cause:
        if now.low >= before.low:
            return Cause(key="months_in_window", words={**now.figures, **now.facts})
        lost = next(tier for tier in self.tiers if tier.points == before.low)
        words = {**before.figures, "months": now.facts.get(lost.question, 0)}
        return Cause(key="months_in_window_less", words=words)

    def better_answers(self, _code: QuestionCode, _ahead: Ahead) -> Iterable[Better]:
        return ()

    def needed(self, readings: Readings) -> tuple[Needed, ...]:
        by_own_tier = self._by_own_tier(readings)
        above = (*(tier.question if by_own_tier else None for tier in self.tiers[1:]), None)
        return tuple(
            Needed(question=tier.question, months=tier.months, points=tier.points, above=next_tier)
            for tier, next_tier in zip(self.tiers, above, strict=True)
        )

    def steps(self) -> Steps | None:
        return None


def _words(tier: Tier, count: Span[int], facts: Facts) -> dict[str, Value]:
    source = facts.question(tier.question).from_ledger
    assert source is not None
    assert source.window_months is not None
    assert source.multiple is not None
    return {
        "months": count.low,
        "months_needed": tier.months,
        "window_months": source.window_months,
        "multiple": source.multiple,
    }


def _months_at_next_multiple(
    tier: Tier, following: Tier, here: Span[int], facts: Facts
) -> Span[int]:
    """Return the months in the tier's own window that reach the following tier's multiple."""
    own = facts.question(tier.question).from_ledger
    following_source = facts.question(following.question).from_ledger
    assert own is not None
    assert following_source is not None
    if facts.ledger is not None:
        end = facts.window_end
        months = facts.ledger.months(following_source.multiple, own.first_month(end), end)
        return exactly(months)
    assert own.window_months is not None
    assert following_source.window_months is not None
    count = facts.months(following.question)
    unseen = own.window_months - following_source.window_months
    return Span(count.low, min(here.high, count.high + max(0, unseen)))
