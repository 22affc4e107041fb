"""Which sentences of which pages are others, and which pages come and go."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.building.rendered_site import site_text
from generator.html_tree import Node, children_of, read_page, words_of
from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.compose import EngineFacts
from generator.paths import SITE_TEMPLATES
from generator.scorer import Scorer

_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "label", "span", "strong", "time"})
_SKIPPED = frozenset({"script", "style", "template", "svg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """A page with the lines that went and those that came, each in the order of the page."""

    address: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


def page_changes(old: PolicyText, new: PolicyText) -> tuple[PageChange, ...]:
    """All pages that say something else, in the order of the site."""
    before, after = _lines_by_page(old), _lines_by_page(new)
    found = (
        _change(address, before.get(address, ()), after.get(address, ()))
        for address in dict.fromkeys((*after, *before))
    )
    return tuple(change for change in found if change.removed or change.added)


def _lines_by_page(policy: PolicyText) -> dict[str, tuple[str, ...]]:
    site = site_text(
        policy,
        Scorer(policy.scoring).score_json,
        EngineFacts(manifest={}, scoring_hash="", cases_address=""),
        templates=SITE_TEMPLATES,
        assets=(),
    )
    return {
        address: tuple(_lines(read_page(html).one("main")))
        for address, html in site.html().items()
        if address != addresses.SELF_CHECK
    }


def _lines(holder: Node) -> Iterator[str]:
    """What stands in each block, without the way it is laid out."""
    words: list[str] = []
    yield from _read(holder, words)
    yield from _line(words)


def _read(holder: Node, words: list[str]) -> Iterator[str]:
    for child in children_of(holder):
        if child.is_text_node:
            words.append(words_of(child))
        elif child.tag in _INLINE:
            yield from _read(child, words)
        elif child.tag not in _SKIPPED:
            yield from _line(words)
            yield from _read(child, words)
            yield from _line(words)


def _line(words: list[str]) -> Iterator[str]:
    text = " ".join("".join(words).split())
    words.clear()
    if text:
        yield text


def _change(address: str, old: tuple[str, ...], new: tuple[str, ...]) -> PageChange:
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes() if old != new else []
    changed = [step for step in steps if step[0] != "equal"]
    return PageChange(
        address=address,
        removed=tuple(line for _, first, last, _, _ in changed for line in old[first:last]),
        added=tuple(line for _, _, _, first, last in changed for line in new[first:last]),
    )
