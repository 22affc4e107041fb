"""What entries of several files of the guide have in common: receipts, groups, lists of references."""

from generator.loading.evidence import Receipt
from generator.loading.guide.model import Condition, Group
from generator.loading.receipts import RECEIPT_KEYS, build_receipt
from generator.loading.records import Record
from generator.loading.shapes import (
    CODE,
    COUNT,
    FLAG,
    TEXT,
    EitherShape,
    ListShape,
    RecordShape,
    Shape,
)

_NEEDED, _ALLOWED = RECEIPT_KEYS

CODES = ListShape(item=CODE)
SENTENCES = ListShape(item=TEXT)
GROUPS = ListShape(item=RecordShape(required={"group": CODE, "title": TEXT, "says": TEXT}))

_ANSWER = EitherShape(what="a choice, true or false", shapes=(FLAG, CODE))
CONDITIONS = ListShape(
    item=RecordShape(
        required={"question": CODE},
        optional={"is": _ANSWER, "is_not": _ANSWER, "at_least": COUNT},
        excluding=(("is", "is_not", "at_least"),),
        needs_one_of=("is", "is_not", "at_least"),
    )
)


def with_receipt(required: dict[str, Shape], optional: dict[str, Shape]) -> RecordShape:
    """The shape of an entry that carries its receipt among its own keys."""
    return RecordShape(required={**required, **_NEEDED}, optional={**optional, **_ALLOWED})


def groups(record: Record) -> tuple[Group, ...]:
    """The groups of a file."""
    return tuple(
        Group(code=each.text("group"), title=each.text("title"), says=each.text("says"))
        for each in record.records("groups")
    )


def conditions(record: Record) -> tuple[Condition, ...]:
    """The conditions at ``when``; none where the key is absent."""
    return tuple(_condition(each) for each in record.records("when"))


def receipt(record: Record) -> Receipt:
    """The receipt of an entry."""
    return build_receipt(record)


def _condition(record: Record) -> Condition:
    return Condition(
        question=record.text("question"),
        is_=_answer(record, "is"),
        is_not=_answer(record, "is_not"),
        at_least=record.whole_or_none("at_least"),
    )


def _answer(record: Record, key: str) -> str | bool | None:
    if not record.has(key):
        return None
    value = record.plain(key)
    assert isinstance(value, str | bool)
    return value
