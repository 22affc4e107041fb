"""The page of risks: why applications come back, each as a question with what follows from its answers."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.editions import ScoredEdition
from generator.paging.guide_views import Link, anchor, indicator_links
from generator.paging.page import GUIDE_SCRIPT, Page, SearchGroup
from generator.policy.guide.risks import Risk, RiskAnswer
from generator.policy.pages import GuideGroup, GuidePlace, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnswerView:
    """An answer; ``code`` is ``safe``, ``risky`` or ``unsure``. ``says`` is prose of the data."""

    code: str
    label: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A risk as its component shows it; ``asks`` and ``help`` are prose of the data."""

    code: str
    anchor: str
    asks: str
    help: str
    answers: tuple[RiskAnswerView, ...]
    citation: Citation
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCheckBody:
    """``name`` tells the file in messages."""

    name: str
    risks: tuple[RiskView, ...]


def risk_check_page(policy: PolicyText, edition: ScoredEdition) -> Page:
    """The page of all risks."""
    return Page(
        address=addresses.RISK_CHECK,
        template="pages/risk_check.html.j2",
        title="退件风险体检",
        description="分数算对了，申请仍可能被退回。递交以前，逐条看看自己有没有这些情形。",
        scripts=(GUIDE_SCRIPT,),
        place=GuidePlace(
            group=GuideGroup.APPLYING, order=30, readers=(Reader.APPLICANT, Reader.EMPLOYER)
        ),
        search_group=SearchGroup.STEPS,
        body=RiskCheckBody(
            name="guide/risks.yaml",
            risks=tuple(_view(risk, policy, edition) for risk in policy.guide.risks),
        ),
    )


def _view(risk: Risk, policy: PolicyText, edition: ScoredEdition) -> RiskView:
    answers: dict[str, RiskAnswer] = {
        "safe": risk.safe,
        "risky": risk.risky,
        "unsure": risk.unsure,
    }
    return RiskView(
        code=risk.code,
        anchor=anchor(risk.code),
        asks=risk.asks,
        help=risk.help,
        answers=tuple(
            RiskAnswerView(code=code, label=answer.label, says=answer.says)
            for code, answer in answers.items()
        ),
        citation=cite(risk.receipt, policy.documents),
        indicators=indicator_links(risk.indicators, edition),
    )
