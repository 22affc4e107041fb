"""One scored edition, its editorial side and its scoring side joined by the indicators' codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.rules import RuleView
from generator.policy.editions import EditionText
from generator.policy.indicators import IndicatorText
from generator.policy.sources import Document
from generator.scoring.codes import QuestionCode
from generator.scoring.model import Edition, Indicator
from generator.scoring.points import Points
from generator.scoring.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The question without whose answer an indicator gives nothing, and that answer."""

    code: QuestionCode
    label: str
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCap:
    """What an indicator and ``others`` come to at most together."""

    others: tuple[str, ...]
    """Their titles."""
    cap: Points
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """An indicator in a table, a formula or at the head of its page."""

    code: str
    section: str
    title: str
    address: str
    citation: Citation
    kind: str
    asks: QuestionCode
    """The question that its rule reads first."""
    most: Points | None
    rule: RuleView
    only_if: Requirement | None
    group_cap: GroupCap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredEdition:
    """What pages need of an edition that can be scored."""

    text: EditionText
    scoring: Edition
    citation: Citation
    document: Document
    standard_score: int
    indicators: Mapping[str, IndicatorView]
    """By code, in the order of the verdict."""
    root: str = ""
    """What stands before the addresses of its pages; empty where they are those of whatever is in force."""

    @property
    def day_before(self) -> date:
        """The last day before it is in force."""
        return self.text.in_force_from - timedelta(days=1)


def scored_editions(policy: PolicyText) -> tuple[ScoredEdition, ...]:
    """The editions that can be scored, oldest first; their indicators lead to the pages of what is in force."""
    return tuple(scored_edition(policy, text) for text in policy.editions.values() if text.scored)


def current_of(policy: PolicyText, editions: Iterable[ScoredEdition]) -> ScoredEdition:
    """The one of them that is in force on the day that pages speak of."""
    return next(edition for edition in editions if edition.text == policy.current)


def scored_edition(policy: PolicyText, text: EditionText, root: str = "") -> ScoredEdition:
    """Joins both sides of an edition with ``scored: true``; ``root`` stands before the addresses of its pages."""
    scoring = next(edition for edition in policy.scoring.editions if edition.code == text.code)
    texts = policy.indicators[text.code]
    units = {code: question.unit for code, question in policy.questions.items()}
    return ScoredEdition(
        text=text,
        scoring=scoring,
        citation=cite(text.receipt, policy.documents),
        document=policy.documents[text.document],
        standard_score=scoring.standard_score,
        indicators={
            indicator.code: _indicator(
                indicator, texts[indicator.code], scoring, policy, units, root=root
            )
            for indicator in scoring.indicators
        },
        root=root,
    )


def _indicator(
    indicator: Indicator,
    text: IndicatorText,
    edition: Edition,
    policy: PolicyText,
    units: Mapping[str, str],
    *,
    root: str,
) -> IndicatorView:
    citation = cite(text.receipt, policy.documents)
    exceptions = {path: cite(found, policy.documents) for path, found in text.exceptions.items()}
    return IndicatorView(
        code=indicator.code,
        section=indicator.section.value,
        title=indicator.title,
        address=root + addresses.indicator(indicator.code),
        citation=citation,
        kind=indicator.rule.kind,
        asks=indicator.rule.questions()[0],
        most=indicator.rule.most_points(),
        rule=rule_view(indicator, edition.questions, citation, exceptions, units),
        only_if=_requirement(indicator, edition),
        group_cap=_group_cap(indicator, edition),
    )


def _group_cap(indicator: Indicator, edition: Edition) -> GroupCap | None:
    group = edition.capped_of.get(indicator.code)
    if group is None:
        return None
    titles = {each.code: each.title for each in edition.indicators}
    others = tuple(titles[code] for code in group.members if code != indicator.code)
    return GroupCap(others=others, cap=group.cap, clause=group.clause)


def _requirement(indicator: Indicator, edition: Edition) -> Requirement | None:
    needed = indicator.only_if
    if needed is None:
        return None
    label = edition.questions[needed.question].label
    return Requirement(code=needed.question, label=label, wanted=needed.wanted)


def rule_view(
    indicator: Indicator,
    questions: Mapping[str, Question],
    citation: Citation,
    exceptions: Mapping[str, Citation],
    units: Mapping[str, str],
) -> RuleView:
    """What the component of the indicator's rule kind shows."""
    return RuleView(
        kind=indicator.rule.kind,
        rule=indicator.rule,
        citation=citation,
        exceptions=exceptions,
        questions=questions,
        units=units,
    )
