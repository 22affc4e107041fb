"""The words that the sentences of timelines and plans in policy.yaml offer, by the table and the key."""

from collections.abc import Mapping

from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Words

_PLANS: Words = ("until", "standard_score")

POLICY_SAID: Mapping[tuple[str, ...], Mapping[str, Words]] = {
    ("timeline", "because"): {
        **{key: words for kind in KINDS.values() for key, words in kind.causes.items()},
        "exclusive": ("other",),
        "exclusive_less": ("other",),
        "edition": ("edition",),
    },
    ("timeline", "assumptions"): {
        "unchanged": ("on",),
        "counts": (),
        "ledger": ("last", "base"),
        "ledger_ends": (),
        "edition": ("from",),
        "beyond_edition": ("last", "from"),
        "unverified": ("from",),
    },
    ("plans",): {
        "none": (*_PLANS, "most"),
        "vetoed": (),
        "beyond_edition": _PLANS,
        "window": ("window_months",),
        "base_impossible": _PLANS,
        "insured_impossible": (*_PLANS, "highest"),
        "insured_needs": (*_PLANS, "months"),
    },
}

STEP_SAID: Mapping[str, Words] = {
    "choice": ("choice",),
    "yes_no": (),
    "count": ("months",),
    "amount": ("amount",),
    "ledger": ("base", "months"),
}
"""The words that a changeable question's ``step`` offers, by its kind."""

STEP_AT_A_MULTIPLE: Words = ("base",)
"""Offered beside those of a count where the ledger counts its months at a multiple."""
