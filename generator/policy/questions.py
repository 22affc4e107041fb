"""questions.yaml: what a person is asked, in the order of the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.policy.marks import Answer, Declares, Either, OneOf, Only, Tag, Words
from generator.policy.plain import Plain
from generator.scoring.changing import Change, ChangeTo, Effort
from generator.scoring.marks import Code, Count, Entries, Excludes, Key, Once, Refers, Whole
from generator.scoring.question_codec import USUAL_EASE, WHOLE
from generator.scoring.questions import Changeable, FromLedger, Growing, Kind, Question, WithinLife

STEP_SAID: Mapping[Kind, Mapping[Changeable, tuple[str, ...]]] = {
    Kind.CHOICE: {Changeable.NOW: ("choice",)},
    Kind.YES_NO: {Changeable.NOW: ()},
    Kind.COUNT: {Changeable.WITH_TIME: ("months",), Changeable.NOW: ("count",)},
    Kind.AMOUNT: {Changeable.NOW: ("amount",)},
    Kind.LEDGER: {Changeable.WITH_TIME: ("base", "months")},
}
"""When an answer of each kind can change, and the words that its ``step`` then offers; answers of other kinds can't be chosen."""

STEP_AT_A_MULTIPLE = ("base",)
"""Offered beside those of a count where the ledger counts its months at a multiple."""

type EffortWord = Annotated[
    Effort, Words(tuple(each.value for each in Effort if each is not Effort.WAIT))
]
type CodeOrFlag = Annotated[bool | Code, Either("a choice's code, true or false")]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """A fieldset of the form."""

    code: Annotated[Code, Key("group"), Declares("group")]
    title: str
    help: str = ""
    without: str = ""
    """What someone has nothing of who has none of its situations."""
    brief: str = ""
    """All its questions as one that can be answered with yes; where it is missing they are asked one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Something that most people have nothing of: its questions are asked of those who say that they do."""

    code: Annotated[Code, Key("situation"), Declares("situation")]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a question."""

    code: Code
    label: str
    help: str = ""
    effort: EffortWord | None = None
    """How hard it is to come to it; that of the question where it says none."""
    road: Annotated[Code, Key("road")] = ""
    """Choices of different roads lead to different places."""
    step: str = ""
    """What a plan says of it; what the question says where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeableText:
    """How an answer can be changed, how hard that is, and how a plan says it."""

    when: Changeable
    effort: EffortWord
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIf:
    """A question is shown only where another one has (or has not) this answer."""

    question: Annotated[Code, Refers("question")]
    is_: Annotated[CodeOrFlag | None, Excludes("answer"), OneOf("answer")] = None
    is_not: Annotated[CodeOrFlag | None, Excludes("answer"), OneOf("answer")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """What a person is asked, in words, and what scoring has to know of the answer."""

    code: Annotated[Code, Key("question"), Declares("question")]
    group: Annotated[Code, Refers("group", uses=True)]
    kind: Annotated[Kind, Tag()]
    label: str
    choices: Annotated[
        tuple[Choice, ...], Entries(2), Once("choice"), Only(needed=(Kind.CHOICE,))
    ] = ()
    help: str = ""
    unit: str = ""
    """What its number counts; of a date, what full years since it are called."""
    nothing: Annotated[Plain, Answer()] = None
    """The answer of someone who has nothing of it."""
    situation: Annotated[Code | None, Refers("situation", uses=True)] = None
    """What makes it worth asking; without that ``nothing`` is assumed."""
    ticked: Annotated[bool | None, Only(allowed=(Kind.YES_NO,))] = None
    """The answer that comes with saying that one is in the situation."""
    asked_if: AskedIf | None = None
    ease: Annotated[int | None, Whole(at_least=1, at_most=3)] = None
    """1 where most people know the answer at once, 3 where they have to look it up."""
    at_least: Annotated[int | None, Whole(), Only(allowed=(Kind.COUNT,))] = None
    at_most: Annotated[
        Count | None, Only(allowed=(Kind.COUNT,)), Excludes("end"), OneOf("end", (Kind.COUNT,))
    ] = None
    plausible: Annotated[
        Count | None,
        Only(needed=(Kind.AMOUNT, Kind.DATES), allowed=(Kind.COUNT, Kind.DATE)),
        Excludes("end"),
        OneOf("end", (Kind.COUNT,)),
    ] = None
    from_ledger: Annotated[FromLedger | None, Only(allowed=(Kind.COUNT,))] = None
    grows: Annotated[Growing | None, Only(allowed=(Kind.COUNT,))] = None
    within_life: Annotated[WithinLife | None, Only(allowed=(Kind.COUNT,))] = None
    changeable: Annotated[ChangeableText | None, Only(allowed=tuple(STEP_SAID))] = None

    @property
    def change(self) -> Change | None:
        """How its answer can be changed, as plans propose it."""
        own = self.changeable
        if own is None:
            return None
        choices = {
            choice.code: ChangeTo(
                effort=choice.effort or own.effort, road=choice.road, step=choice.step or own.step
            )
            for choice in self.choices
        }
        return Change(effort=own.effort, step=own.step, choices=choices)

    @property
    def scoring(self) -> Question:
        """What scoring needs of it."""
        return Question(
            code=self.code,
            kind=self.kind,
            label=self.label,
            unit=self.unit,
            choices={choice.code: choice.label for choice in self.choices},
            at_least=self.at_least or 0,
            at_most=WHOLE if self.kind is Kind.PERCENT else self.at_most,
            plausible=self.plausible,
            from_ledger=self.from_ledger,
            grows=self.grows,
            within_life=self.within_life,
            ease=USUAL_EASE if self.ease is None else self.ease,
            changeable=None if self.changeable is None else self.changeable.when,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsFile:
    """The fieldsets of the form and its questions, in order; and the situations to tick."""

    groups: tuple[QuestionGroup, ...]
    questions: tuple[QuestionText, ...]
    situations: tuple[Situation, ...] = ()


def nothing_of(questions: Iterable[QuestionText]) -> dict[str, Plain]:
    """What people answer who have nothing of what a question asks for, as far as the data says."""
    return {each.code: each.nothing for each in questions if each.nothing is not None}
