"""policy.yaml: the policy's code and names and the sentences of the verdict, timelines and plans as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from generator.policy.marks import Keys
from generator.policy.renewal import RenewalText
from generator.scoring.marks import Code, Key
from generator.scoring.model import Timeline
from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Words

_VERDICT: Words = ("edition", "on", "standard_score")
_PLANS: Words = ("until", "standard_score")

VERDICT_SENTENCES: Mapping[str, Words] = {
    "meets_standard": (*_VERDICT, "score"),
    "below_standard": (*_VERDICT, "score", "distance"),
    "undecided": (*_VERDICT, "low", "high", "distance"),
    "undecided_below": (*_VERDICT, "low", "high", "distance"),
    "undecided_meets": (*_VERDICT, "low", "high"),
    "vetoed": _VERDICT,
}

VERDICT_NEEDS: Mapping[str, Words] = {
    "meets_standard": ("score", "standard_score"),
    "below_standard": ("score", "standard_score", "distance"),
    "undecided": ("low", "high", "standard_score"),
    "undecided_below": ("low", "high", "standard_score"),
    "undecided_meets": ("low", "high", "standard_score"),
}
"""The words without which the sentence of a verdict says nothing."""

RULE_CAUSES: Mapping[str, Words] = {
    key: words for rule in KINDS.values() for key, words in rule.causes.items()
}
"""Why the points of a rule change; needed for the kinds that an edition has."""

EXCLUSIVE_CAUSES: Mapping[str, Words] = {"exclusive": ("other",), "exclusive_less": ("other",)}
"""Needed only where an edition has indicators that exclude each other."""

TIMELINE_CAUSES: Mapping[str, Words] = {
    "edition": ("edition",),
    "open": ("low", "high"),
}

CAP_CAUSES: Mapping[str, Words] = {"capped": ("cap",)}
"""Needed only where an edition caps a group of indicators."""

TIMELINE_ASSUMPTIONS: Mapping[str, Words] = {
    "unchanged": ("on",),
    "counts": (),
    "edition": ("from",),
    "beyond_edition": ("last", "from"),
}

LEDGER_ASSUMPTIONS: Mapping[str, Words] = {
    "ledger": ("from", "base"),
    "ledger_ends": (),
    "ledger_ahead": (),
    "stops": ("from",),
    "resumes": ("from",),
    "unverified": ("from", "level"),
}

"""Needed only where contributions are asked for month by month."""

PLAN_SENTENCES: Mapping[str, Words] = {
    "wait": ("date",),
    "then": ("done", "next"),
    "then_wait": ("date",),
    "none": (*_PLANS, "most"),
}

VETO_PLANS: Mapping[str, Words] = {"vetoed": (), "may_be_vetoed": ()}
"""Needed only where an indicator can end the application."""

LEDGER_PLANS: Mapping[str, Words] = {
    "window": ("window_months",),
    "base_impossible": _PLANS,
    "insured_impossible": (*_PLANS, "highest"),
    "insured_needs": (*_PLANS, "months"),
}

"""Needed only where contributions are asked for month by month."""

type Sentences = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSentences:
    """Why points change, by key, and what a timeline assumes."""

    because: Annotated[
        Sentences,
        Keys(tuple(TIMELINE_CAUSES), optional=(*EXCLUSIVE_CAUSES, *RULE_CAUSES, *CAP_CAUSES)),
    ]
    assumptions: Annotated[
        Sentences, Keys(tuple(TIMELINE_ASSUMPTIONS), optional=tuple(LEDGER_ASSUMPTIONS))
    ]

    @property
    def scoring(self) -> Timeline:
        """What scoring needs of them."""
        return Timeline(because=self.because, assumptions=self.assumptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeText:
    """What the policy's first page says in words of its own."""

    heading: str
    description: str
    gives: str
    """What the standard score gives, in Markdown, as one line."""
    tagline: str
    """What the picture for shared links says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What single pages say that is true of this policy alone; without a key the page says nothing of it."""

    standard: str = ""
    """Of points above the standard score, at the standard score."""
    guide: str = ""
    """What the guide tells, as the beginning of a sentence."""
    levels: str = ""
    """What the reference levels decide, above their history."""
    restored: str = ""
    """What a figure that was lost in the print is restored from."""
    practice: str = ""
    """Of the pages that tell what is done in practice, beside what holds of all such pages."""
    differs: str = ""
    """The likeliest causes of another result, as the rest of a sentence."""
    search: tuple[str, ...] = ()
    """Examples of words to search for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFile:
    """The names of a policy and its sentences."""

    code: Annotated[Code, Key("policy")]
    title: str
    site: str = ""
    """What the site is called; of several policies the first that says it counts, that at the root before all others."""
    at_root: bool = False
    """Whether its pages stand at the root of the site although there are other policies."""
    single_file: bool = True
    """Whether its calculator is also one file to save, which carries the whole engine."""
    home: HomeText | None = None
    words: PageWords = PageWords()
    renewal: RenewalText | None = None
    calendar: str = ""
    """What the calendar file of the outlook is called, where the title does not do."""
    sentences: Annotated[Sentences, Keys(tuple(VERDICT_SENTENCES))]
    timeline: TimelineSentences | None = None
    plans: Annotated[
        Sentences, Keys(tuple(PLAN_SENTENCES), optional=(*VETO_PLANS, *LEDGER_PLANS))
    ] = field(default_factory=dict)
