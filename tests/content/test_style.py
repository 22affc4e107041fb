"""One style of digits, spaces and days on every page: 120 分, 11,396 元, 2026 年 6 月 30 日.

The law's own words in “ ” and document numbers keep the form that they have there.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator import paths
from generator.loading import load
from generator.paging import addresses
from tests.checking.pages import pages_of
from tests.diagnostics.patching import changed_policy

_SKIPPED = re.compile(r"<(script|style|template|code|head|samp)\b.*?</\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|strong|em|b)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_THEIR_WORDS = re.compile(r"“[^”]*”|《[^》]*》|〔\d{4}〕\d+号|第\d+号|（[a-z0-9.…/ ]+）")
_CJK = "\u4e00-\u9fff"
WRONG = {
    "a digit or letter right beside a character": re.compile(
        rf"[{_CJK}][0-9A-Za-z]|[0-9A-Za-z%][{_CJK}]"
    ),
    "a gap beside a full-width mark": re.compile(r"[0-9A-Za-z] [，。；：？！、）]|（ "),
    "two gaps": re.compile(r"[^\s] {2,}[^\s]"),
    "a day or month in figures": re.compile(r"\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b"),
    "a long number without its comma": re.compile(r"(?<![\d,.])(?<![打拨话线] )\d{5,7}(?![\d,.])"),
}
EVERY_KIND = paths.PROJECT / "tests" / "outcomes" / "every_kind"
DATA = (addresses.CALCULATOR, addresses.SELF_CHECK)
"""Pages on which days are typed and shown as data."""


def lines(html: str) -> Iterator[str]:
    """The visible text, one line for each piece that stands apart from others."""
    text = _TAG.sub("\n", _INLINE.sub("", re.sub(r"\s+", " ", _SKIPPED.sub("\n", html))))
    return (line.strip() for line in unescape(text).split("\n"))


def out_of_style(html: str, what: str) -> list[str]:
    said = (_THEIR_WORDS.sub("“”", line) for line in lines(html))
    return [line for line in said if WRONG[what].search(line)]


@pytest.mark.parametrize("what", WRONG)
def test_digits_spaces_and_days_have_one_style(dist: Path, what: str) -> None:
    found = []
    for page in sorted(dist.rglob("*.html")):
        address = page.relative_to(dist).as_posix()
        if what.startswith(("a day", "a long")) and address in DATA:
            continue
        found += [f"{address}: {line}" for line in out_of_style(page.read_text("utf-8"), what)]
    assert found == []


def test_every_kind_of_rule_is_shown_in_it_too(tmp_path: Path) -> None:
    pages = pages_of(load(changed_policy(EVERY_KIND, tmp_path))).html()
    beside = "a digit or letter right beside a character"
    found = {address: out_of_style(html, beside) for address, html in pages.items()}
    assert {address: said for address, said in found.items() if said} == {}


def test_words_that_scripts_show_have_it_too() -> None:
    words = YAML(typ="safe").load(
        (paths.SITE_TEMPLATES / "messages" / "zh.yaml").read_text("utf-8")
    )
    beside = WRONG["a digit or letter right beside a character"]
    said = [_THEIR_WORDS.sub("“”", re.sub(r"\{[a-z_:]+\}", "", text)) for text in _texts(words)]
    assert [text for text in said if beside.search(text)] == []


def _texts(words: object) -> Iterator[str]:
    for value in words.values() if isinstance(words, Mapping) else ():
        if isinstance(value, str):
            yield value
        yield from _texts(value)
