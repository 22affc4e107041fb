"""Of policy.yaml: a paper that ends every year, when it is to be renewed, and what the outlook and the calendar say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from generator.guidance.guidance import LaterRenewal, Renewal
from generator.policy.facts import Fact
from generator.policy.marks import Keys
from generator.scoring.marks import Code, Refers
from generator.scoring.rules.rule import Words

SENTENCES: Final[Mapping[str, Words]] = {
    "asks": (),
    "coming": ("first", "last", "late"),
    "past": ("late",),
    "late": ("kept", "authority"),
    "entry": ("last",),
}
"""The label of the field for its last day, what is said of the next window, of one who is late, and in the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalText:
    """It is as sure as the fact ``window``."""

    window: Annotated[Code, Refers("fact")]
    """The fact that says how many days before its last one it is renewed."""
    kept: Annotated[Code, Refers("fact")]
    """The fact that says for how many days after it being late can be mended."""
    sentences: Annotated[Mapping[str, str], Keys(tuple(SENTENCES))]

    def scoring(self, facts: Mapping[str, Fact]) -> Renewal:
        """What the outlook needs of it."""
        window, kept = facts[self.window], facts[self.kept]
        days = {later.from_ for fact in (window, kept) for later in fact.later}
        return Renewal(
            window=window.value,
            kept=kept.value,
            authority=window.receipt.authority.value,
            later=tuple(
                LaterRenewal(
                    from_=day.isoformat(),
                    window=window.on(day).value,
                    kept=kept.on(day).value,
                    authority=window.on(day).receipt.authority.value,
                )
                for day in sorted(days)
            ),
            sentences=self.sentences,
        )
