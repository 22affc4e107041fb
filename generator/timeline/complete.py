"""Refuse to go on where the score stays open on some day."""

from collections.abc import Iterable

from generator.scoring.errors import RequestError
from generator.timeline.moments import Moment


def refuse_open(moments: Iterable[Moment]) -> None:
    """Raise RequestError that lists the unanswered questions that matter on any day, or what a reading leaves open."""
    missing: dict[str, str] = {}
    open_titles: dict[str, None] = {}
    for moment in moments:
        low, high = moment.ends
        if low == high or moment.is_vetoed:
            continue
        edition = moment.stretch.edition
        for indicator in edition.indicators:
            finding = moment.findings[indicator.code]
            missing |= {code: edition.questions[code].label for code in finding.missing}
            if finding.low != finding.high and not finding.missing:
                open_titles[indicator.title] = None
    if missing:
        listed = "；".join(f"{code}（{label}）" for code, label in missing.items())
        raise RequestError("answers", f"还没有回答，算不出确切的分数：{listed}。")
    if open_titles:
        titles = "、".join(open_titles)
        raise RequestError(
            "answers.readings", f"按选定的理解，“{titles}”只能得出范围，请换一种理解再算。"
        )
