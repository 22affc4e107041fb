"""The questions of the form, each with the points that its answers give under the rules that read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.loading.model import AskedIf, PolicyText, Question
from generator.paging.editions import IndicatorView, ScoredEdition
from generator.paging.guide_views import Link
from generator.paging.questions_page import questions_helping
from generator.scoring.rules.accrued_months import AccruedMonthsRule
from generator.scoring.rules.months_in_window import MonthsInWindowRule
from generator.scoring.rules.options import OptionsRule
from generator.scoring.rules.per_amount import PerAmountRule
from generator.scoring.rules.rule import Rule
from generator.scoring.rules.years_since import YearsSinceRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """An answer to pick; ``points`` where the rule ties them to it, ``wait_months`` where it starts a wait."""

    value: str
    label: str
    help: str
    points: int | None
    is_gated: bool
    wait_months: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An indicator that reads the question, and the part that the question plays in its rule."""

    indicator: IndicatorView
    role: str
    """``points`` (the answer decides them), ``gate``, ``place``, ``only_if``, ``share`` or ``tier``."""
    tier: int
    """Which tier of a months-in-window rule, from 0; 0 otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as its component shows it."""

    code: str
    kind: str
    label: str
    help: str
    unit: str
    at_least: int
    at_most: int | None
    choices: tuple[ChoiceView, ...]
    asked_if: AskedIf | None
    editions: tuple[str, ...]
    """The scored editions that ask it."""
    is_current: bool
    is_from_ledger: bool
    """Whether a contribution ledger can decide it."""
    uses: tuple[Use, ...]
    helped_by: tuple[Link, ...]
    """Questions that applicants ask and that help to answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group of the form with its questions."""

    code: str
    title: str
    help: str
    questions: tuple[QuestionView, ...]

    @property
    def is_beyond_base(self) -> bool:
        """Whether nothing in it decides basic points, so that most people have nothing to tell here."""
        return not any(
            use.indicator.section == "base" for question in self.questions for use in question.uses
        )


def question_groups(
    policy: PolicyText, editions: tuple[ScoredEdition, ...]
) -> tuple[GroupView, ...]:
    """All questions of all scored editions by group; the last edition is the current one."""
    views = [
        _question(question, editions, questions_helping(policy, question.code))
        for question in policy.questions.values()
    ]
    return tuple(
        GroupView(
            code=group.code,
            title=group.title,
            help=group.help,
            questions=tuple(
                view for view in views if policy.questions[view.code].group == group.code
            ),
        )
        for group in policy.groups
    )


def _question(
    question: Question, editions: tuple[ScoredEdition, ...], helped_by: tuple[Link, ...]
) -> QuestionView:
    asking = [edition for edition in editions if question.code in edition.scoring.questions]
    uses = tuple(_uses(question.code, asking[-1].indicators)) if asking else ()
    return QuestionView(
        code=question.code,
        kind=question.kind,
        label=question.label,
        help=question.help,
        unit=question.unit,
        at_least=question.at_least or 0,
        at_most=question.at_most,
        choices=tuple(
            _choice(choice.code, choice.label, choice.help, uses) for choice in question.choices
        ),
        asked_if=question.asked_if,
        editions=tuple(edition.text.code for edition in asking),
        is_current=bool(asking) and asking[-1] is editions[-1],
        is_from_ledger=bool(asking)
        and asking[-1].scoring.questions[question.code].from_ledger is not None,
        uses=uses,
        helped_by=helped_by,
    )


def _uses(code: str, indicators: Mapping[str, IndicatorView]) -> list[Use]:
    return [
        Use(indicator=indicator, role=_role(code, rule), tier=_tier(code, rule))
        for indicator in indicators.values()
        if code in (rule := indicator.rule.rule).questions()
    ]


def _role(code: str, rule: Rule) -> str:
    match rule:
        case OptionsRule():
            return "points" if rule.question == code else "gate"
        case AccruedMonthsRule():
            return "points" if rule.question == code else "place"
        case YearsSinceRule():
            return "points" if rule.date == code else "only_if"
        case PerAmountRule():
            return "points" if rule.amount == code else "share"
        case MonthsInWindowRule():
            return "tier"
        case _:
            return "points"


def _tier(code: str, rule: Rule) -> int:
    if not isinstance(rule, MonthsInWindowRule):
        return 0
    return [tier.question for tier in rule.tiers].index(code)


def _choice(code: str, label: str, help_: str, uses: tuple[Use, ...]) -> ChoiceView:
    points: int | None = None
    is_gated = False
    wait: int | None = None
    for use in uses:
        rule = use.indicator.rule.rule
        if isinstance(rule, OptionsRule) and use.role == "points":
            row = next((option for option in rule.options if option.choice == code), None)
            points = row.points if row else 0
            is_gated = bool(row and row.gated)
        if isinstance(rule, AccruedMonthsRule) and use.role == "place" and rule.place:
            wait = rule.place.wait_at(code)
    return ChoiceView(
        value=code, label=label, help=help_, points=points, is_gated=is_gated, wait_months=wait
    )
