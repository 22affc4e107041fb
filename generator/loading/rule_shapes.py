"""The closed list of rule kinds: which keys each has."""

from generator.loading.shapes import (
    CODE,
    COUNT,
    FLAG,
    POINTS,
    ListShape,
    RecordShape,
    Shape,
    VariantsShape,
    WholeShape,
    WordShape,
)

_YEARS = WholeShape(at_most=150)
_MONTHS = WholeShape(at_least=1, at_most=1200)


def _rule(
    kind: str,
    required: dict[str, Shape],
    optional: dict[str, Shape] | None = None,
    excluding: tuple[tuple[str, ...], ...] = (),
) -> RecordShape:
    return RecordShape(
        required={"kind": WordShape(words=(kind,)), **required},
        optional=optional or {},
        excluding=excluding,
    )


_OPTION = RecordShape(required={"choice": CODE, "points": POINTS}, optional={"gated": FLAG})
_GATE = RecordShape(required={"question": CODE, "months": _MONTHS})
_BAND = RecordShape(
    required={"points": POINTS},
    optional={"at_least": _YEARS, "below": _YEARS, "more_per_year_below": POINTS},
)
_WAIT = RecordShape(required={"choice": CODE, "months": _MONTHS})
_PLACE = RecordShape(required={"question": CODE, "waits": ListShape(item=_WAIT)})
_TIER = RecordShape(required={"question": CODE, "months": _MONTHS, "points": POINTS})

RULES: dict[str, RecordShape] = {
    "flat": _rule("flat", {"question": CODE, "points": POINTS}),
    "options": _rule(
        "options", {"question": CODE, "options": ListShape(item=_OPTION)}, {"gate": _GATE}
    ),
    "bands": _rule("bands", {"date": CODE, "bands": ListShape(item=_BAND), "cap": POINTS}),
    "accrued_months": _rule(
        "accrued_months",
        {"question": CODE, "per_months": _MONTHS, "points": POINTS},
        {
            "cap": POINTS,
            "gaps": CODE,
            "wait_months": _MONTHS,
            "place": _PLACE,
            "waited_years": CODE,
        },
        excluding=(("wait_months", "place"),),
    ),
    "years_since": _rule(
        "years_since",
        {"date": CODE, "only_if": CODE, "points": POINTS, "cap": POINTS},
        {"counted_from": CODE},
    ),
    "per_amount": _rule(
        "per_amount",
        {"amount": CODE, "share": CODE, "per": COUNT, "points": POINTS, "cap": POINTS},
        {"share_applies": CODE},
    ),
    "months_in_window": _rule(
        "months_in_window", {"tiers": ListShape(item=_TIER)}, {"mixed_tiers": CODE}
    ),
    "lookback": _rule(
        "lookback", {"dates": CODE, "years": _YEARS, "points": POINTS}, {"edge": CODE}
    ),
    "veto": _rule("veto", {"question": CODE}),
}

RULE = VariantsShape(by="kind", records=RULES)
