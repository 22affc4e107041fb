"""All that decides a score, as plain values to compare: the model without its words."""

from pathlib import Path

from generator.loading import load
from generator.scoring.model import Policy


def meaning(policy: Path) -> object:
    """What a sound policy folder means for scores, in an order that does not depend on that of its files.

    What the policy calls itself is left out: any other name is as good, and nothing beside it says it.
    """
    model: Policy = load(policy).scoring
    return (
        [
            (each.first, each.last, each.yuan, each.cap)
            for each in model.yardsticks.statutory_average
        ],
        [(each.first, each.last, each.yuan) for each in model.yardsticks.reference_level],
        model.yardsticks.unestablished,
        sorted((each.code, sorted(each.choices), each.default) for each in model.readings.values()),
        [
            (
                edition.code,
                edition.first,
                edition.last,
                edition.standard_score,
                edition.window_end,
                [(each.code, each.section, _sorted(each.rule)) for each in edition.indicators],
                [each.members for each in edition.exclusive],
                sorted(
                    (each.code, each.kind, each.at_least, each.at_most, each.from_ledger)
                    for each in edition.questions.values()
                    if any(each.code in i.rule.questions() for i in edition.indicators)
                ),
            )
            for edition in model.editions
        ],
    )


def _sorted(rule: object) -> str:
    return "".join(sorted(str(rule)))
