"""How figures, dates and months are written in Chinese text."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from generator.compact import compact
from generator.integrity import integrity_of
from generator.scoring import figures
from generator.scoring.dates import in_words


def date_in_words(value: date | str) -> str:
    """2023-01-01 → 2023 年 1 月 1 日."""
    return in_words(value if isinstance(value, date) else date.fromisoformat(value))


def day_after(value: date) -> date:
    """2027-12-31 → 2028-01-01."""
    return value + timedelta(days=1)


def month_in_words(value: str) -> str:
    """2023-07 → 2023 年 7 月."""
    return date_in_words(f"{value}-01").removesuffix(" 1 日")


def grouped(value: int | Decimal) -> str:
    """100000 → 10 万, 250000 → 25 万, 11396 → 11,396."""
    if value >= 10_000 and value % 10_000 == 0:
        return f"{value // 10_000} 万"
    return f"{value:,}"


def with_unit(value: int | Decimal, unit: str) -> str:
    """100000, 元 → 10 万元; 10, 人 → 10 人; 5, % → 5%."""
    figure = grouped(value)
    return f"{figure}{unit}" if figure.endswith("万") or unit == "%" else f"{figure} {unit}"


def shown(figure: str) -> str:
    """A figure as text: whole ones grouped, ``0.8`` as it is."""
    return grouped(int(figure)) if figure.isdecimal() else figure


def duration(months: int) -> str:
    """12 → 1 年, 36 → 3 年, 6 → 6 个月, 18 → 18 个月."""
    return f"{months // 12} 年" if months and months % 12 == 0 else f"{months} 个月"


def yes_no(question: str, is_yes: bool) -> str:  # noqa: FBT001 -- templates say it so
    """The answer to a question: 有没有…？ is answered by 没有 or 有, others by 不是 or 是."""
    words = ("没有", "有") if "有没有" in question else ("不是", "是")
    return words[is_yes]


def plain_json(value: object) -> Markup:
    """JSON for a data block: nothing in it can end the element or start another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704  (the three characters that matter are gone)


@lru_cache(maxsize=1)
def script_text(source: str) -> Markup:
    """The script of our own that stands in every page, as it stands there: nothing in it ends its element."""
    return Markup(compact(source))  # noqa: S704  (it comes from a template's folder, as the page does)


FILTERS: Mapping[str, Callable[..., object]] = {
    "date_in_words": date_in_words,
    "day_after": day_after,
    "month_in_words": month_in_words,
    "grouped": grouped,
    "with_unit": with_unit,
    "duration": duration,
    "yes_no": yes_no,
    "minus": figures.signed,
    "plain_json": plain_json,
    "script_text": script_text,
    "integrity": lambda script: integrity_of(script.encode()),
}
