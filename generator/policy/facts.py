"""facts.yaml: figures that no score rests on, such as periods, fines and how far back a paper has to reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from generator.guidance.guidance import Renewal
from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Count, Key

RENEWAL_FACTS = {"window": "endorsement_window", "kept": "endorsement_kept"}
"""The facts that the calculator's outlook gives by itself, where a policy has them, by its own names for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure that no score rests on, with its unit and source."""

    code: Annotated[Code, Key("fact"), Declares("fact")]
    says: str
    """What it is the figure of, in words."""
    value: Count
    unit: str
    receipt: Annotated[Receipt, Inline()]


def renewal_of(facts: Iterable[Fact]) -> Renewal | None:
    """When the permit is endorsed and how long being late can be mended; None where the policy does not say.

    It is as sure as the first of the facts.
    """
    known = {fact.code: fact for fact in facts}
    if not known.keys() >= set(RENEWAL_FACTS.values()):
        return None
    window, kept = (known[RENEWAL_FACTS[name]] for name in ("window", "kept"))
    return Renewal(window=window.value, kept=kept.value, authority=window.receipt.authority.value)
