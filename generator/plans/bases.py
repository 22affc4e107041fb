"""Which base has to be paid from which month on at the latest, to pass by the course's last day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.plans.components import depends_on_base, rewards_months
from generator.plans.levers import base_lever, change_month, levers_of
from generator.scoring.codes import Month
from generator.scoring.dates import first_day, month_of, write_month
from generator.scoring.facts import Answer
from generator.scoring.ledger import Ledger, reference_level
from generator.scoring.model import Indicator
from generator.scoring.verdict import score_range
from generator.timeline.course import Course, Stretch
from generator.timeline.going_ledger import GoingLedger, paying
from generator.timeline.later_rows import written
from generator.timeline.moments import Moment

type Plain = Mapping[str, object]


def bases_of(course: Course, moments: list[Moment]) -> list[Plain]:
    """Return the bases from the least on, each with the latest month to begin in; a higher one only if it is later."""
    tries = list(_tries(course, moments))
    stretch = course.stretches[-1]
    found: list[tuple[Month, Plain]] = []
    for indicator in stretch.edition.indicators:
        if rewards_months(indicator, course):
            if course.ledger is None:
                found += _by_counts(indicator, course, stretch, tries)
            else:
                found += _by_ledger(indicator, course, stretch, tries)
    kept: list[Plain] = []
    latest: Month | None = None
    for month, plain in found:
        if latest is None or month > latest:
            kept.append(plain)
            latest = month
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """A day on which another base may show, and what all rules find on it as things go on."""

    day: date
    moment: Moment

    def score_with(
        self,
        course: Course,
        indicators: list[Indicator],
        answers: Mapping[str, Answer],
        ledger: Ledger | None,
    ) -> int | None:
        """Return the score with other answers and another ledger; None where it does not meet the standard."""
        stretch = self.moment.stretch
        facts = course.facts(self.day, stretch)
        changed = replace(facts, answers={**facts.answers, **answers}, ledger=ledger)
        codes = {indicator.code for indicator in indicators}
        own = [each for each in stretch.edition.indicators if each.code in codes]
        found = {each.code: each.rule.assess(changed) for each in own}
        low, _ = score_range(stretch.edition, {**self.moment.findings, **found})
        meets = low >= stretch.edition.standard_score and not self.moment.is_vetoed
        return low if meets else None


def _tries(course: Course, moments: list[Moment]) -> Iterator[_Try]:
    months = range(month_of(course.on) + 1, month_of(course.until) + 1)
    days = sorted({moment.day for moment in moments} | {first_day(month) for month in months})
    place = 0
    for day in days:
        while place + 1 < len(moments) and moments[place + 1].day <= day:
            place += 1
        yield _Try(day=day, moment=moments[place])


def _by_ledger(
    indicator: Indicator, course: Course, stretch: Stretch, tries: list[_Try]
) -> Iterator[tuple[Month, Plain]]:
    lever, ledger = base_lever(course, stretch, indicator), course.ledger
    if lever is None or ledger is None:
        return
    moved = [each for each in stretch.edition.indicators if depends_on_base(each, course, stretch)]
    end, first = month_of(course.until), change_month(course)
    for value in lever.values:
        base = value.to
        assert isinstance(base, Decimal)

        def passing(start: Month, base: Decimal = base) -> tuple[date, int] | None:
            going = paying(ledger, base, start, end + 1)
            return _first_passing(going, course, moved, start, tries)

        if first < end and (passing(first) or not _more_is_better(indicator, course)):
            for start in range(end - 1, first - 1, -1):
                found = passing(start)
                if found is not None:
                    day, score = found
                    months = month_of(day) - start
                    yield start, _entry(base, start, months, day, score)
                    break


def _more_is_better(indicator: Indicator, course: Course) -> bool:
    """Tell whether an earlier start at a higher base can never do harm."""
    return all(needed.above is None for needed in indicator.rule.needed(course.readings) or ())


def _first_passing(
    ledger: GoingLedger, course: Course, moved: list[Indicator], start: Month, tries: list[_Try]
) -> tuple[date, int] | None:
    for each in tries:
        if month_of(each.day) > start:
            score = each.score_with(course, moved, {}, ledger.on(each.day, course.on))
            if score is not None:
                return each.day, score
    return None


def _by_counts(
    indicator: Indicator, course: Course, stretch: Stretch, tries: list[_Try]
) -> Iterator[tuple[Month, Plain]]:
    """Return what the counts allow if the months that leave the window had not reached the tier."""
    for lever in levers_of(indicator, course, stretch):
        source = stretch.edition.questions[lever.code].from_ledger
        if source is None or source.multiple is None:
            continue
        for value in lever.values:
            for each in reversed(tries):
                start = month_of(each.day) - value.months
                if start < month_of(course.on):
                    break
                score = each.score_with(course, [indicator], {lever.code: value.to}, None)
                if score is not None:
                    level = max(
                        _level(month, course) for month in range(start, start + value.months)
                    )
                    base = source.multiple * level
                    words = {"window_months": source.window_months}
                    said = course.policy.plans.get("window", "").format_map(words)
                    entry = _entry(base, start, value.months, each.day, score)
                    yield start, {**entry, "assumptions": [said]}
                    break


def _level(month: Month, course: Course) -> Decimal:
    yardsticks = course.policy.yardsticks
    return reference_level(month, yardsticks, course.readings[yardsticks.unestablished])


def _entry(base: Decimal, start: Month, months: int, day: date, score: int) -> Plain:
    return {
        "base": written(base),
        "from_month": write_month(start),
        "months": months,
        "date": day.isoformat(),
        "score": score,
    }
