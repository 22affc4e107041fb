"""Until when figures are certain: the days that a reader's own date is compared with. Nothing here reads a clock."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.checking.validity import NOTICE, STALE_AFTER
from generator.loading.data_day import data_day
from generator.loading.model import PolicyText
from generator.paging.editions import IndicatorView, ScoredEdition
from generator.policy.yardsticks import YardstickPeriod
from generator.scoring.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """A figure's last certain day; ``key`` names its words in ``words.lapse``."""

    key: str
    until: date
    soon_from: date | None = None
    """From this day on readers are told that it is about to lapse; None: not before it has."""

    @property
    def over_from(self) -> date:
        """The first day on which it is no longer certain."""
        return self.until + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapses:
    """What of the policy lapses, and when."""

    edition: Lapse | None
    """None where the law names no last day."""
    reference_level: Lapse | None
    """None in a policy that holds nobody's contributions against a level."""
    statutory_average: Lapse | None
    checked: Lapse
    """When the edition's own document was last looked at, and a year more."""
    documents: Mapping[str, Lapse]
    """The same for each document, by its code."""
    before_data: date
    """The day before the data's own: a clock that shows this one, or one earlier, is wrong."""


def lapses_of(policy: PolicyText, edition: ScoredEdition) -> Lapses:
    """The lapses of a policy whose current edition is ``edition``; the law lapses where no edition follows."""
    documents = {
        document.code: Lapse(key="checked", until=document.checked_on + STALE_AFTER)
        for document in policy.documents.values()
    }
    yardsticks, last = policy.yardsticks, policy.scoring.last_edition
    return Lapses(
        edition=None if last.is_endless else _announced("edition", last.last),
        reference_level=_last("reference_level", yardsticks.reference_level),
        statutory_average=_last("statutory_average", yardsticks.statutory_average),
        checked=documents[edition.document.code],
        documents=documents,
        before_data=data_day(policy.guide.changes, policy.documents.values()) - timedelta(days=1),
    )


def follows_reference_level(question: Question) -> bool:
    """Whether its answer counts months against the reference level."""
    return question.from_ledger is not None and question.from_ledger.multiple is not None


def rests_on_reference_level(indicator: IndicatorView) -> bool:
    """Whether one of the questions that decide it counts months against the reference level."""
    view = indicator.rule
    return any(follows_reference_level(view.questions[code]) for code in view.rule.questions())


def _announced(key: str, until: date) -> Lapse:
    return Lapse(key=key, until=until, soon_from=until - NOTICE)


def _last(key: str, periods: tuple[YardstickPeriod, ...]) -> Lapse | None:
    return _announced(key, _last_day(periods)) if periods else None


def _last_day(periods: tuple[YardstickPeriod, ...]) -> date:
    year, month = (int(part) for part in periods[-1].to.split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])
