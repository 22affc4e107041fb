"""Read the answers of a request: each against its question's kind, choices and bounds."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from generator.scoring.dates import is_digits, is_written_as_date, parse_date
from generator.scoring.errors import RequestError, shown
from generator.scoring.facts import Answer
from generator.scoring.nearest import nearest
from generator.scoring.plain import EXACT_DIGITS, survives
from generator.scoring.questions import Kind, Question

MOST_ENTRIES = 1_000
"""Of a list: a ledger of eighty years, each month in a row of its own."""

MOST_DATES = 100
"""Of one question: records of a person."""

LARGEST = 10**12
"""No count or amount of a request may be larger."""


def read_answer(value: Any, question: Question, path: str) -> Answer:  # noqa: ANN401 -- JSON value
    """Return the answer to a question (any kind but the ledger).

    Raises RequestError at ``path``, or at the entry of a list, where it does not fit.
    """
    kind = question.kind
    if kind is Kind.YES_NO:
        return read_yes_no(value, path)
    if kind is Kind.COUNT:
        return _count(value, question, path)
    if kind is Kind.CHOICE:
        return one_of(value, question.choices, path)
    if kind is Kind.DATES:
        days = read_list(value, path, MOST_DATES)
        return tuple([read_date(entry, f"{path}[{i}]") for i, entry in enumerate(days)])
    if kind is Kind.DATE:
        return read_date(value, path)
    if kind is Kind.AMOUNT:
        return read_amount(value, path)
    assert kind is Kind.PERCENT, path
    return _percent(value, question, path)


def read_amount(value: Any, path: str) -> Decimal:  # noqa: ANN401 -- JSON value
    """Return a number of at least 0, from a JSON number or from text such as ``"12000.00"``."""
    if type(value) is int and 0 <= value <= LARGEST:
        return Decimal(value)
    amount = _decimal(value)
    if amount is None:
        raise RequestError(
            path, f"{shown_value(value)}不是金额或数目，请写成 12000 或 12000.50 这样的数。"
        )
    if amount < 0:
        raise RequestError(path, f"{shown_value(value)}小于 0，请写 0 或更大的数。")
    is_short = isinstance(value, str) and len(value) <= EXACT_DIGITS
    if amount > LARGEST or not (is_short or survives(amount)):
        raise RequestError(
            path, f"这个数太大或位数太多：最大 {LARGEST}，有效数字最多 {EXACT_DIGITS} 位。"
        )
    return amount or Decimal(0)


def read_date(value: Any, path: str) -> date:  # noqa: ANN401 -- JSON value
    """Return a date written ``YYYY-MM-DD``; raises RequestError at ``path``."""
    day = parse_date(value) if isinstance(value, str) else None
    if day is None:
        is_written_well = isinstance(value, str) and is_written_as_date(value)
        mend = (
            "没有这一天，请核对年、月、日。"
            if is_written_well
            else "不是日期，请写成 1990-01-15 这样的“年-月-日”。"
        )
        raise RequestError(path, f"{shown_value(value)}{mend}")
    return day


def read_object(value: Any, path: str, known: Collection[str]) -> dict[str, Any]:  # noqa: ANN401
    """Return a JSON object whose keys are all known.

    Raises RequestError at the unknown key, naming the nearest known one.
    """
    if not isinstance(value, dict):
        raise RequestError(
            path, f"这里应当是一个 JSON 对象，即花括号括起来的内容，而不是{shown_value(value)}。"
        )
    for key in value:
        if key not in known:
            at = f"{path}.{shown(key)}" if path else shown(key)
            mend = f"最接近的是“{nearest(key, known)}”" if known else "这里什么也不问，请删去"
            raise RequestError(at, f"没有“{shown(key)}”这一项，{mend}。")
    return value


def one_of(value: Any, known: Collection[str], path: str) -> str:  # noqa: ANN401 -- JSON value
    """Return a known word; raises RequestError that names the nearest one and lists all."""
    if isinstance(value, str) and value in known:
        return value
    if not known:
        raise RequestError(path, f"没有{shown_value(value)}这个选项，这里没有可选的，请删去。")
    meant = f"最接近的是“{nearest(value, known)}”，" if isinstance(value, str) else ""
    raise RequestError(path, f"没有{shown_value(value)}这个选项，{meant}可选：{'、'.join(known)}。")


def shown_value(value: Any) -> str:  # noqa: ANN401 -- JSON value
    """Return a JSON value as a message may show it."""
    match value:
        case None:
            return "空值"
        case bool():
            return "“true”" if value else "“false”"
        case str():
            return f"“{shown(value)}”" if value else "空白"
        case int() if abs(value) <= LARGEST:
            return f"“{value}”"
        case int() | Decimal():
            return "这个数"
        case dict():
            return "一个对象"
        case _:
            return "一个列表"


def read_yes_no(value: Any, path: str) -> bool:  # noqa: ANN401 -- JSON value
    """Return a JSON true or false; raises RequestError at ``path``."""
    if not isinstance(value, bool):
        raise RequestError(path, f"{shown_value(value)}不是“是”或“否”，请写 true 或 false。")
    return value


def _count(value: Any, question: Question, path: str) -> int:  # noqa: ANN401 -- JSON value
    least, most = question.at_least, question.at_most
    if type(value) is int and least <= value <= LARGEST and (most is None or value <= most):
        return value
    wanted = f"{least} 或更大的整数" if most is None else f"{least} 到 {most} 之间的整数"
    if not isinstance(value, int) or isinstance(value, bool):
        raise RequestError(path, f"{shown_value(value)}不是整数，请写 {wanted}。")
    if value > LARGEST:
        raise RequestError(path, f"这个数太大，最大 {LARGEST if most is None else most}。")
    raise RequestError(path, f"{shown_value(value)}超出范围，请写 {wanted}。")


def _percent(value: Any, question: Question, path: str) -> Decimal:  # noqa: ANN401 -- JSON value
    percent, most = read_amount(value, path), question.at_most
    if most is not None and percent > most:
        raise RequestError(
            path, f"{shown_value(value)}超过 {most}，请写 {question.at_least} 到 {most} 之间的数。"
        )
    return percent


def read_list(value: Any, path: str, most: int = MOST_ENTRIES) -> list[Any]:  # noqa: ANN401 -- JSON value
    """Return a JSON list; raises RequestError at ``path``, also where it has more entries than any life needs."""
    if not isinstance(value, list):
        raise RequestError(path, f"这里应当是一个列表，没有就写 []，而不是{shown_value(value)}。")
    if len(value) > most:
        raise RequestError(path, f"最多 {most} 项，这里有 {len(value)} 项，请核对。")
    return value


def _decimal(value: Any) -> Decimal | None:  # noqa: ANN401 -- JSON value
    match value:
        case bool():
            return None
        case int():
            return Decimal(value)
        case Decimal():
            return value
        case str() if len(value) <= 2 * EXACT_DIGITS:
            whole, point, part = value.partition(".")
            if is_digits(whole) and (is_digits(part) if point else True):
                return Decimal(value)
    return None
