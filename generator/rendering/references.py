"""What prose may refer to: figures of an edition, yardsticks, facts. Each name is a word of the data format."""

from typing import Final

from generator.loading.model import PolicyText
from generator.paging.figures import (
    fact,
    figure,
    multiple,
    open_from,
    times,
    window,
    yuan_of,
)
from generator.policy.editions import EditionText
from generator.policy.yardsticks import History
from generator.rendering.filters import date_in_words, duration, grouped, month_in_words, shown

OPEN: Final = "这份办法没有写终止的日子"
ENDS: Final = "这份办法到 {to}为止；以后是续期还是换新办法，没有查到，请看发布机关的公告"
FOLLOWED: Final = "这份办法到 {to}为止；{first}起施行 {called}"


def references(policy: PolicyText, edition_code: str) -> dict[str, object]:
    """The names that texts about an edition can use; each raises UnknownFigureError where it leads nowhere."""
    edition, yardsticks = policy.editions[edition_code], policy.yardsticks
    indicators = policy.indicators.get(edition_code, {})

    known: dict[str, object] = {
        "figure": lambda path: shown(figure(indicators, path)),
        "duration": lambda path: duration(int(figure(indicators, path))),
        "fact": lambda code: grouped(fact(policy, edition, code).value),
        "reference_level": lambda month: shown(yuan_of(yardsticks.reference_level, month)),
        "statutory_average": lambda month: shown(yuan_of(yardsticks.statutory_average, month)),
        "has_indicator": lambda code: code in indicators,
        "unestablished": lambda history, month: yardsticks.is_open(History(history), month),
        "unestablished_from": lambda history: month_in_words(
            open_from(yardsticks.periods(History(history)))
        ),
        "edition": {
            "title": edition.title,
            "in_force": {
                "from": date_in_words(edition.in_force_from),
                **({"to": date_in_words(edition.in_force_to)} if edition.in_force_to else {}),
                "says": _how_long(edition, policy),
            },
        },
    }
    scoring = next((each for each in policy.scoring.editions if each.code == edition_code), None)
    if scoring is None:
        return known | {"asks": lambda _: False}
    return known | {
        "asks": lambda code: code in scoring.questions,
        "standard_score": edition.standard_score,
        "multiple": lambda question: multiple(scoring, question),
        "window": lambda question: window(scoring, question),
        "level_at": lambda question, month: times(
            yuan_of(yardsticks.reference_level, month), multiple(scoring, question)
        ),
        "average_at": lambda question, month: times(
            yuan_of(yardsticks.statutory_average, month), multiple(scoring, question)
        ),
    }


def _how_long(edition: EditionText, policy: PolicyText) -> str:
    """Until when an edition is in force, and what follows as far as it is known."""
    if edition.in_force_to is None:
        return OPEN
    to = date_in_words(edition.in_force_to)
    later = (each for each in policy.editions.values() if each.scored)
    follows = next((each for each in later if each.in_force_from > edition.in_force_from), None)
    if follows is None:
        return ENDS.format(to=to)
    return FOLLOWED.format(to=to, first=date_in_words(follows.in_force_from), called=follows.called)
