"""The questions of the form, each with the points that its answers give under the rules that read it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.editions import IndicatorView, ScoredEdition, current_of
from generator.paging.guide_views import Link
from generator.paging.questions_page import questions_helping
from generator.policy.questions import AskedIf, QuestionGroup, QuestionText
from generator.scoring.questions import FromLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """An answer to pick."""

    value: str
    label: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An indicator that reads the question; its rule's component says what the answer is worth."""

    code: str
    """The question's."""
    indicator: IndicatorView


@dataclass(frozen=True, slots=True, kw_only=True)
class UsesIn:
    """How some editions, which are alike in this, use a question; shown while one of them is asked about."""

    editions: tuple[str, ...]
    called: str
    """What those are called that are in force or announced; empty where nothing needs telling apart."""
    is_shown: bool
    """Whether one of them is in force or announced: what is shown where no script runs."""
    uses: tuple[Use, ...]


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
    is_shown: bool
    """Whether an edition asks it that is in force or announced."""
    only_from: str
    """The announced edition that is the first to ask it; empty where the one in force does."""
    gone_from: str
    """The announced edition that is the first not to ask it, where the one in force does."""
    is_from_ledger: bool
    """Whether a contribution ledger can decide it."""
    counts_all_months: bool
    """Whether it is the number of all months of the ledger."""
    situation: str
    """Code of the situation without which ``nothing`` is assumed; empty where it is asked of everybody."""
    worth: tuple[UsesIn, ...]
    """What its answers are worth, newest editions first."""
    basis: tuple[UsesIn, ...]
    """The same with those apart that say it in another document."""
    helped_by: tuple[Link, ...]
    """Questions that applicants ask and that help to answer it."""

    @property
    def uses(self) -> tuple[Use, ...]:
        """The indicators that read it, as the newest editions have them that ask it."""
        return self.worth[0].uses if self.worth else ()


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
    return group_views(policy.groups, policy.questions, views)


def group_views(
    groups: Iterable[QuestionGroup],
    questions: Mapping[str, QuestionText],
    views: Sequence[QuestionView],
) -> tuple[GroupView, ...]:
    """The groups of a form, each with the views of those questions that say they belong to it."""
    return tuple(
        GroupView(
            code=group.code,
            title=group.title,
            help=group.help,
            without=group.without,
            brief=group.brief,
            questions=tuple(view for view in views if questions[view.code].group == group.code),
        )
        for group in groups
    )


def choice_views(question: QuestionText) -> tuple[ChoiceView, ...]:
    """The choices of a question."""
    return tuple(
        ChoiceView(value=choice.code, label=choice.label, help=choice.help)
        for choice in question.choices
    )


def _question(
    question: QuestionText,
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    helped_by: tuple[Link, ...],
) -> QuestionView:
    asking = [edition for edition in editions if question.code in edition.scoring.questions]
    shown = [edition for edition in asking if is_shown(edition, policy)]
    is_asked_now = current_of(policy, editions) in asking
    return QuestionView(
        code=question.code,
        kind=question.kind,
        label=question.label,
        help=question.help,
        unit=question.unit,
        choices=choice_views(question),
        asked_if=question.asked_if,
        editions=tuple(edition.text.code for edition in asking),
        is_shown=bool(shown),
        only_from=shown[0].text.called if shown and not is_asked_now else "",
        gone_from=_first_without(question.code, editions, policy) if is_asked_now else "",
        is_from_ledger=bool(asking)
        and asking[-1].scoring.questions[question.code].from_ledger is not None,
        counts_all_months=question.from_ledger == FromLedger(),
        situation=question.situation or "",
        worth=_by_edition(question.code, asking, policy, _rules),
        basis=_by_edition(question.code, asking, policy, tuple),
        helped_by=helped_by,
    )


def _first_without(code: str, editions: tuple[ScoredEdition, ...], policy: PolicyText) -> str:
    """What the first announced edition is called that does not ask a question; empty where each does."""
    without = (
        edition.text.called
        for edition in editions
        if edition.text in policy.announced and code not in edition.scoring.questions
    )
    return next(without, "")


def is_shown(edition: ScoredEdition, policy: PolicyText) -> bool:
    """Whether the calculator shows an edition without being asked: the one in force, and those announced."""
    return edition.text == policy.current or edition.text in policy.announced


def _rules(uses: Iterable[Use]) -> tuple[object, ...]:
    """What decides what an answer is worth, wherever it is written."""
    return tuple(
        (each.code, each.title, each.only_if)
        if each.only_if is not None and each.only_if.code == use.code
        else (each.code, each.title, each.only_if, each.rule.rule, each.group_cap)
        for use in uses
        for each in [use.indicator]
    )


def _by_edition(
    code: str,
    asking: list[ScoredEdition],
    policy: PolicyText,
    telling: Callable[[Iterable[Use]], tuple[object, ...]],
) -> tuple[UsesIn, ...]:
    """The uses in those editions, newest first; where ``telling`` finds the same in several they stand once."""
    groups: list[tuple[list[ScoredEdition], tuple[Use, ...]]] = []
    for edition in reversed(asking):
        uses = tuple(_uses(code, edition.indicators))
        same = (members for members, known in groups if telling(known) == telling(uses))
        alike = next(same, None)
        if alike is None:
            groups.append(([edition], uses))
        else:
            alike.append(edition)
    shown = [[each for each in members if is_shown(each, policy)] for members, _ in groups]
    is_one = len([each for each in shown if each]) < 2
    return tuple(
        UsesIn(
            editions=tuple(edition.text.code for edition in members),
            called="" if is_one else "、".join(edition.text.called for edition in told),
            is_shown=bool(told),
            uses=uses,
        )
        for (members, uses), told in zip(groups, shown, strict=True)
    )


def _uses(code: str, indicators: Mapping[str, IndicatorView]) -> list[Use]:
    return [
        Use(code=code, indicator=indicator)
        for indicator in indicators.values()
        if code in indicator.rule.rule.questions()
        or (indicator.only_if is not None and indicator.only_if.code == code)
    ]
