"""The heading of a pasted table: which column holds the months, the base and the marks."""

from dataclasses import dataclass

_BASE = ("缴费基数", "基数", "缴费工资", "工资", "base", "金额")
_FIRST = ("开始", "起始", "从", "from", "起")
_LAST = ("结束", "终止", "截止", "到", "to", "止")
_MONTH = ("所属期", "所属", "年月", "月份", "期间", "缴费月", "month", "月")
_NAMES = (*_BASE, *_MONTH, "序号", "单位", "险种", "状态", "类型", "备注", "姓名")
_MARKED = ("是否补缴", "补缴标志", "补缴")
_COUNTED = ("是否计入", "是否有效", "counts")
NO = ("否", "n", "no", "false", "0", "×")
YES = ("是", "y", "yes", "true", "1", "√")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The places of the columns that are known, counted from 0, and how many columns there are."""

    width: int
    base: int
    first: int | None
    last: int | None
    back_paid: int | None
    counted: int | None


def is_heading(found: list[str]) -> bool:
    """Tell whether a line without months reads like a table's heading: names, no numbers."""
    said = "\n".join(found).lower()
    return any(name in said for name in _NAMES) and not any(sign.isdigit() for sign in said)


def read_heading(found: list[str]) -> Heading | None:
    """Return where the columns are; None where no single one holds the base."""
    base = _column(found, _BASE)
    if base is None:
        return None
    first, last = _column(found, _FIRST, base), _column(found, _LAST, base)
    if first is None or last is None:
        first, last = _column(found, _MONTH, base), None
    return Heading(
        width=len(found),
        base=base,
        first=first,
        last=last,
        back_paid=_column(found, _MARKED, base),
        counted=_column(found, _COUNTED, base),
    )


def _column(found: list[str], names: tuple[str, ...], taken: int = -1) -> int | None:
    for name in names:
        for index, cell in enumerate(found):
            if index != taken and name in cell.lower():
                return index
    return None
