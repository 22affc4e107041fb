"""The sentences that say why there is no plan or no base."""

from collections.abc import Sequence

from generator.plans.points import may_be_vetoed
from generator.scoring.dates import in_words
from generator.timeline.course import Course
from generator.timeline.moments import Moment


def said(key: str, moments: Sequence[Moment], course: Course, **words: object) -> str:
    """Return the policy's sentence of that key, or, where a veto decides all days, the one that says so."""
    if all(moment.is_vetoed for moment in moments):
        key = "vetoed"
    elif all(map(may_be_vetoed, moments)):
        key = "may_be_vetoed"
    always = {
        "until": in_words(course.until),
        # Whoever can't reach the highest that is asked for can't reach a lower one on its days either: the search would have it.
        "standard_score": max(each.edition.standard_score for each in course.stretches),
    }
    return course.policy.plans.get(key, "").format_map({**always, **words})
