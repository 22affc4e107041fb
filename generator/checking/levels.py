"""Is a level of a yardstick far from those of the periods around it, as a digit too many makes it?"""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.diagnostics import Code, Diagnostic, Note
from generator.policy.places import Places
from generator.policy.yardsticks import History, YardstickPeriod, YardsticksText

_FAR: Final = 2
"""No level is so many times the one before it, nor so small a part of it."""


def check_levels(file: YardsticksText, places: Places) -> Iterator[Diagnostic]:
    """Levels far from all their neighbours."""
    for history in History:
        periods = file.periods(history)
        for position, period in enumerate(periods):
            beside = _beside(periods, position)
            if beside and all(_is_far(period, other) for other in beside):
                other = beside[0]
                yield Diagnostic(
                    code=Code.DISAGREES,
                    place=places.of(period, "yuan"),
                    message=f"{history} is {period.yuan} from {period.from_} and {other.yuan} from {other.from_}:"
                    " no level changes as much",
                    hint="look for a digit too many or too few",
                    notes=(Note(place=places.of(other, "yuan"), text="the level beside it"),),
                )


def _beside(periods: Sequence[YardstickPeriod], position: int) -> list[YardstickPeriod]:
    """The periods before and after, as far as there are; with two in all nothing tells which is wrong: the later one."""
    if len(periods) == 2 and position == 0:
        return []
    return [periods[at] for at in (position - 1, position + 1) if 0 <= at < len(periods)]


def _is_far(one: YardstickPeriod, other: YardstickPeriod) -> bool:
    return max(one.yuan, other.yuan) > _FAR * min(one.yuan, other.yuan)
