"""Why an award's points changed, in the policy's words."""

from collections.abc import Mapping

from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import in_words
from generator.scoring.explain import explain_award
from generator.scoring.figures import ungrouped
from generator.scoring.findings import Finding, Value
from generator.scoring.model import Indicator
from generator.scoring.points import Points, magnitude
from generator.scoring.verdict import Award
from generator.timeline.course import Course
from generator.timeline.moments import Moment

type Words = Mapping[str, Value]


def first_cause(award: Award, moment: Moment) -> str:
    """Return why the award is what it is on the first day."""
    return explain_award(award, moment.stretch.edition)


def cause(course: Course, before: Moment, now: Moment, old: Award | None, award: Award) -> str:
    """Return why the award's points differ from those of the moment before."""
    code, texts = award.indicator.code, course.policy.timeline.because
    previous = None if old is None else before.findings[code]
    if old is None or previous is None or _by_edition(course, before, now, code):
        return _said(texts, "edition", {"edition": in_words(now.stretch.edition.first)})
    finding = award.finding
    is_same = _ends(finding) == _ends(previous)
    if is_same or finding.low != finding.high:
        if award.winner is not None:
            return _said(texts, "exclusive_less", {"other": award.winner.title})
        capped = award.capped or old.capped
        if is_same and capped is not None:
            return _said(texts, "capped", {"cap": capped.cap})
        if is_same and award.low == award.high:
            rival = old.winner or _rival(now, code)
            return _said(texts, "exclusive", {"other": rival.title})
        return _said(texts, "open", {"low": magnitude(award.low), "high": magnitude(award.high)})
    key, words = award.indicator.rule.cause(previous, award.finding)
    return _said(texts, key, words)


def _by_edition(course: Course, before: Moment, now: Moment, code: IndicatorCode) -> bool:
    """Tell whether the earlier edition would not have changed the points on this day."""
    if before.stretch is now.stretch:
        return False
    facts = course.facts(now.day, before.stretch)
    indicator = next(each for each in before.stretch.edition.indicators if each.code == code)
    return indicator.assess(facts).low != now.findings[code].low


def _rival(moment: Moment, code: IndicatorCode) -> Indicator:
    """Return the indicator that an indicator excludes."""
    edition = moment.stretch.edition
    members = edition.exclusive_of[code].members
    return next(each for each in edition.indicators if each.code in members and each.code != code)


def _ends(finding: Finding) -> tuple[Points, Points]:
    return finding.low, finding.high


def _said(texts: Mapping[str, str], key: str, words: Words) -> str:
    return texts.get(key, "").format_map({name: ungrouped(value) for name, value in words.items()})
