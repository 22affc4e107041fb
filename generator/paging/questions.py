"""The questions of the form, each with the points that its answers give under the rules that read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.editions import IndicatorView, ScoredEdition, current_of
from generator.paging.guide_views import Link
from generator.paging.questions_page import questions_helping
from generator.policy.questions import AskedIf, QuestionText
from generator.scoring.questions import FromLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """An answer to pick."""

    value: str
    label: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An indicator whose rule reads the question; its kind's component says what the answer is worth."""

    code: str
    """The question's."""
    indicator: IndicatorView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as its component shows it."""

    code: str
    kind: str
    label: str
    help: str
    unit: str
    choices: tuple[ChoiceView, ...]
    asked_if: AskedIf | None
    editions: tuple[str, ...]
    """The scored editions that ask it."""
    is_current: bool
    is_from_ledger: bool
    """Whether a contribution ledger can decide it."""
    counts_all_months: bool
    """Whether it is the number of all months of the ledger."""
    situation: str
    """Code of the situation without which ``nothing`` is assumed; empty where it is asked of everybody."""
    uses: tuple[Use, ...]
    helped_by: tuple[Link, ...]
    """Questions that applicants ask and that help to answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group of the form with its questions."""

    code: str
    title: str
    help: str
    without: str
    brief: str
    questions: tuple[QuestionView, ...]

    @property
    def asks_on_demand(self) -> bool:
        """Whether situations open its questions."""
        return any(question.situation for question in self.questions)

    @property
    def is_beyond_base(self) -> bool:
        """Whether it decides points, but no basic ones, so that most people have nothing to tell here."""
        sections = {use.indicator.section for question in self.questions for use in question.uses}
        return bool(sections) and "base" not in sections


def question_groups(
    policy: PolicyText, editions: tuple[ScoredEdition, ...]
) -> tuple[GroupView, ...]:
    """All questions of all scored editions by group; the policy says which is in force."""
    views = [
        _question(question, policy, editions, questions_helping(policy, question.code))
        for question in policy.questions.values()
    ]
    return tuple(
        GroupView(
            code=group.code,
            title=group.title,
            help=group.help,
            without=group.without,
            brief=group.brief,
            questions=tuple(
                view for view in views if policy.questions[view.code].group == group.code
            ),
        )
        for group in policy.groups
    )


def _question(
    question: QuestionText,
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    helped_by: tuple[Link, ...],
) -> QuestionView:
    asking = [edition for edition in editions if question.code in edition.scoring.questions]
    current = current_of(policy, editions)
    told = current if current in asking else next(reversed(asking), None)
    uses = () if told is None else tuple(_uses(question.code, told.indicators))
    return QuestionView(
        code=question.code,
        kind=question.kind,
        label=question.label,
        help=question.help,
        unit=question.unit,
        choices=tuple(
            ChoiceView(value=choice.code, label=choice.label, help=choice.help)
            for choice in question.choices
        ),
        asked_if=question.asked_if,
        editions=tuple(edition.text.code for edition in asking),
        is_current=current in asking,
        is_from_ledger=bool(asking)
        and asking[-1].scoring.questions[question.code].from_ledger is not None,
        counts_all_months=question.from_ledger == FromLedger(),
        situation=question.situation or "",
        uses=uses,
        helped_by=helped_by,
    )


def _uses(code: str, indicators: Mapping[str, IndicatorView]) -> list[Use]:
    return [
        Use(code=code, indicator=indicator)
        for indicator in indicators.values()
        if code in indicator.rule.rule.questions()
    ]
