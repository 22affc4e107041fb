"""The guide of a policy: what pages say beyond the score."""

from dataclasses import dataclass

from generator.policy.guide.changelog import Change
from generator.policy.guide.claims import Claims
from generator.policy.guide.comparison import Comparison
from generator.policy.guide.deadlines import Deadline
from generator.policy.guide.faq import FrequentQuestions
from generator.policy.guide.papers import Paper
from generator.policy.guide.risks import Risk
from generator.policy.guide.self_assessment import SelfAssessment

_NO_CLAIMS = Claims(groups=(), claims=())
_NO_FAQ = FrequentQuestions(groups=(), questions=())
_NO_COMPARISON = Comparison(people=(), rows=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All of it; empty where a policy has no guide."""

    claims: Claims = _NO_CLAIMS
    faq: FrequentQuestions = _NO_FAQ
    papers: tuple[Paper, ...] = ()
    risks: tuple[Risk, ...] = ()
    self_assessment: SelfAssessment | None = None
    comparison: Comparison = _NO_COMPARISON
    deadlines: tuple[Deadline, ...] = ()
    changes: tuple[Change, ...] = ()
    """Newest first."""
