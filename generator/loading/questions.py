"""questions.yaml: what a person is asked, in the order of the form."""

from generator.loading.evidence import Plain
from generator.loading.model import AskedIf, Choice, Question, QuestionGroup
from generator.loading.records import Record, record_of
from generator.loading.shapes import (
    ANSWER,
    CODE,
    COUNT,
    FLAG,
    TEXT,
    EitherShape,
    ExactShape,
    ListShape,
    RecordShape,
    Shape,
    VariantsShape,
    WholeShape,
    WordShape,
)
from generator.reading import Node, Scalar, value_of
from generator.scoring.changing import Effort
from generator.scoring.questions import Changeable, Growth, Kind

_CODE_OR_FLAG = EitherShape(what="a choice's code, true or false", shapes=(FLAG, CODE))
_ASKED_IF = RecordShape(
    required={"question": CODE},
    optional={"is": _CODE_OR_FLAG, "is_not": _CODE_OR_FLAG},
    excluding=(("is", "is_not"),),
    needs_one_of=("is", "is_not"),
)
_EFFORT = WordShape(words=tuple(effort.value for effort in Effort if effort is not Effort.WAIT))
_CHOICE = RecordShape(
    required={"code": CODE, "label": TEXT},
    optional={"help": TEXT, "effort": _EFFORT, "road": CODE, "step": TEXT},
)
_FROM_LEDGER = RecordShape(
    required={},
    optional={"window_months": COUNT, "multiple": ExactShape(), "beside_ledger": FLAG},
)
_GROWS = RecordShape(
    required={"when": WordShape(words=tuple(when.value for when in Growth)), "says": TEXT}
)
_WITHIN_LIFE = RecordShape(required={"since": CODE, "from_age": COUNT})
_EASE = WholeShape(at_least=1, at_most=3)


def _changeable(when: Changeable) -> RecordShape:
    return RecordShape(
        required={"when": WordShape(words=(when.value,)), "effort": _EFFORT, "step": TEXT}
    )


_NOW = _changeable(Changeable.NOW)
_WITH_TIME = _changeable(Changeable.WITH_TIME)


def _question(
    required: dict[str, Shape] | None = None,
    optional: dict[str, Shape] | None = None,
    needs_one_of: tuple[str, ...] = (),
) -> RecordShape:
    return RecordShape(
        required={"question": CODE, "group": CODE, "kind": TEXT, "label": TEXT, **(required or {})},
        optional={
            "help": TEXT,
            "unit": TEXT,
            "nothing": ANSWER,
            "asked_if": _ASKED_IF,
            "ease": _EASE,
            **(optional or {}),
        },
        excluding=(needs_one_of,),
        needs_one_of=needs_one_of,
    )


_KINDS = {
    Kind.DATE: _question(optional={"plausible": COUNT}),
    Kind.CHOICE: _question({"choices": ListShape(item=_CHOICE, at_least=2)}, {"changeable": _NOW}),
    Kind.YES_NO: _question(optional={"changeable": _NOW}),
    Kind.COUNT: _question(
        optional={
            "at_least": WholeShape(),
            "at_most": COUNT,
            "plausible": COUNT,
            "from_ledger": _FROM_LEDGER,
            "grows": _GROWS,
            "within_life": _WITHIN_LIFE,
            "changeable": _WITH_TIME,
        },
        needs_one_of=("at_most", "plausible"),
    ),
    Kind.AMOUNT: _question({"plausible": COUNT}, {"changeable": _NOW}),
    Kind.PERCENT: _question(),
    Kind.DATES: _question({"plausible": COUNT}),
    Kind.LEDGER: _question(optional={"changeable": _WITH_TIME}),
}

QUESTIONS = RecordShape(
    required={
        "groups": ListShape(
            item=RecordShape(required={"group": CODE, "title": TEXT}, optional={"help": TEXT})
        ),
        "questions": ListShape(
            item=VariantsShape(
                by="kind", records={kind.value: shape for kind, shape in _KINDS.items()}
            )
        ),
    }
)

_SCORING_KEYS = (
    "question",
    "kind",
    "label",
    "at_least",
    "at_most",
    "plausible",
    "from_ledger",
    "grows",
    "within_life",
    "ease",
    "changeable",
)
_CHOICE_KEYS = ("code", "label", "effort", "road", "step")


def build_groups(node: Node | None) -> tuple[QuestionGroup, ...]:
    """The fieldsets of the form, in order."""
    return tuple(
        QuestionGroup(
            code=record.text("group"),
            title=record.text("title"),
            help=record.text_or("help", ""),
        )
        for record in record_of(node).records("groups")
    )


def build_questions(node: Node | None) -> dict[str, Question]:
    """The questions by their code, in order."""
    records = record_of(node).records("questions")
    return {record.text("question"): _build_question(record) for record in records}


def plain_questions(node: Node | None) -> list[Plain]:
    """What scoring needs of them."""
    return [_plain_question(record) for record in record_of(node).records("questions")]


def _plain_question(record: Record) -> Plain:
    question = {key: record.plain(key) for key in _SCORING_KEYS if record.has(key)}
    if record.has("choices"):
        question["choices"] = [
            {key: choice.plain(key) for key in _CHOICE_KEYS if choice.has(key)}
            for choice in record.records("choices")
        ]
    return question


def _build_question(record: Record) -> Question:
    return Question(
        code=record.text("question"),
        group=record.text("group"),
        kind=record.text("kind"),
        label=record.text("label"),
        help=record.text_or("help", ""),
        unit=record.text_or("unit", ""),
        choices=tuple(
            Choice(
                code=choice.text("code"),
                label=choice.text("label"),
                help=choice.text_or("help", ""),
            )
            for choice in record.records("choices")
        ),
        at_least=record.whole_or_none("at_least"),
        at_most=record.whole_or_none("at_most"),
        asked_if=_asked_if(record.record("asked_if")) if record.has("asked_if") else None,
    )


def _asked_if(record: Record) -> AskedIf:
    return AskedIf(
        question=record.text("question"),
        is_=_answer(record, "is"),
        is_not=_answer(record, "is_not"),
    )


def _answer(record: Record, key: str) -> str | bool | None:
    node = record.table.get(key)
    value = value_of(node) if isinstance(node, Scalar) else None
    return value if isinstance(value, bool) else (node.text if isinstance(node, Scalar) else None)
