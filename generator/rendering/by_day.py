"""One page that holds on both sides of a day: what differs stands in it twice, each with the days on which it holds.

The script of lapses (``components/lapse``) shows what holds on the reader's own day. Where no script runs, both are
there, and each says from or up to when. No build is needed on the day itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import repeat
from typing import Final, NamedTuple

from generator.html_tree import (
    REFERENCES,
    Node,
    children_of,
    elements_of,
    html_inside,
    html_of,
    name_of,
    read_page,
)
from generator.rendering.filters import date_in_words

_OPENED: Final = frozenset(
    {"body", "div", "main", "footer", "nav", "section", "article", "aside", "ul", "ol", "dl"}
)
"""Elements that are looked into: what is equal inside stands there once."""
_OPENED_OF_BLOCKS: Final = frozenset({"li", "fieldset"})
"""Elements that are looked into where they hold blocks alone: a field in them then stands there once."""
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "dl", "label", "legend", "details", "table"})
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_OF_WORDS: Final = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "td", "th"})
"""Elements that begin with the words about their days; others get them in a line before."""
_OF_THE_TEXT: Final = frozenset({"main", "nav"})
_UNSEEN: Final = frozenset({"script", "template"})
_OF_THE_HEAD: Final = re.compile(
    r'(?P<start><title|<meta )(?P<rest>.*?(?:>|content="))(?P<says>[^<"]*)'
)
"""What a head says in words: the title, descriptions."""
_DATA: Final = '<script type="application/ld+json">'
_PLACE: Final = re.compile(r'href="#([^"]+)"')


def from_day_on(before: str, after: str, day: date, *, keep_main: bool = False) -> str:
    """The page ``before`` up to the day before ``day``, ``after`` from it on.

    With ``keep_main`` only what stands around the text is looked at: the page's script knows itself what holds.
    """
    if before == after:
        return before
    old, new = read_page(before).one("body"), read_page(after).one("body")
    opened = _OPENED - _OF_THE_TEXT if keep_main else _OPENED
    merging = _Merging(day=day, opened=opened, ids=frozenset(_ids(old)))
    inside = "".join(merging.children(old, new))
    kept = merging.placed(inside)
    return f"{_head(before, after, day)}<body>{kept}</body>\n</html>\n"


def _head(before: str, after: str, day: date) -> str:
    """All before the body: what its title and descriptions say from the day on stands beside them.

    Data for search engines is taken away on that day.
    """
    olds, news = (
        text[: text.index("<body>")].splitlines(keepends=True) for text in (before, after)
    )
    matcher = SequenceMatcher(a=olds, b=news, autojunk=False)
    lines: list[str] = []
    for _, i, to_i, j, to_j in matcher.get_opcodes():
        if to_i - i == to_j - j:
            lines += map(_line, olds[i:to_i], news[j:to_j], repeat(day))
        else:
            lines += olds[i:to_i]
    return "".join(lines)


def _line(old: str, new: str, day: date) -> str:
    """A line of a head, as it is on either side of the day."""
    if old == new:
        return old
    says, then = _OF_THE_HEAD.match(old), _OF_THE_HEAD.match(new)
    if says and then:
        later = f'data-says-from="{day}" data-says="{then["says"]}"'
        start = says["start"].rstrip()
        return f"{start} {later}{' ' * (start != '<title')}{old[says.end('start') :]}"
    last = day - timedelta(days=1)
    return old.replace(_DATA, f'{_DATA[:-1]} data-shown-to="{last}">')


class _Held(NamedTuple):
    """What an element holds, with the space that follows it."""

    node: Node
    space: str


def _held(holder: Node) -> list[_Held]:
    """What an element holds; spaces alone are nothing to be found again."""
    held: list[_Held] = []
    for node in children_of(holder):
        text = html_of(node)
        if not node.is_text_node or text.strip():
            held.append(_Held(node, ""))
        elif held:
            held[-1] = held[-1]._replace(space=text)
    return held


def _leading(holder: Node) -> str:
    """The space before the first thing that an element holds."""
    first = next(iter(children_of(holder)), None)
    text = "" if first is None or not first.is_text_node else html_of(first)
    return "" if text.strip() else text


def _compared(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()


@dataclass(slots=True, kw_only=True)
class _Merging:
    """Two pages becoming one."""

    day: date
    opened: frozenset[str]
    ids: frozenset[str]
    """Those of the page before; they stay with it."""
    renamed: set[str] = field(default_factory=set)

    def children(self, old: Node, new: Node) -> Iterator[str]:
        """What the two hold, one after the other."""
        olds, news = _held(old), _held(new)
        before, after = [html_of(each.node) for each in olds], [html_of(each.node) for each in news]
        yield _leading(old)
        for kind, i, to_i, j, to_j in _compared(before, after):
            if kind == "equal":
                yield from (html_of(each.node) + each.space for each in olds[i:to_i])
            else:
                yield from self._changed(olds[i:to_i], news[j:to_j], name_of(old))

    def _changed(self, olds: Sequence[_Held], news: Sequence[_Held], parent: str) -> Iterator[str]:
        """What differs: what can be looked into is found again, the rest ends or begins."""
        before, after = (
            [self._kind(each.node) for each in olds],
            [self._kind(each.node) for each in news],
        )
        for _, i, to_i, j, to_j in _compared(before, after):
            if to_i - i == to_j - j:
                for one, other in zip(olds[i:to_i], news[j:to_j], strict=True):
                    yield from self._pair(one.node, other.node, parent)
                    yield one.space
            else:
                yield from (self._up_to(each.node, parent) + each.space for each in olds[i:to_i])
                yield from (self._from(each.node, parent) + each.space for each in news[j:to_j])

    def _kind(self, node: Node) -> str:
        """The start of what can be looked into, else all of it."""
        is_opened = node.is_element_node and _is_looked_into(node, _OPENED)
        return _start(node) if is_opened else html_of(node)

    def _pair(self, old: Node, new: Node, parent: str) -> Iterator[str]:
        if html_of(old) == html_of(new):
            yield html_of(old)
        elif old.is_element_node and new.is_element_node and self._opens(old, new):
            yield _start(old) + "".join(self.children(old, new)) + f"</{old.tag}>"
        elif old.tag in _OF_THE_TEXT:
            yield html_of(old)
        else:
            yield self._up_to(old, parent)
            yield self._from(new, parent)

    def _opens(self, old: Node, new: Node) -> bool:
        is_same = old.tag == new.tag and old.attributes == new.attributes
        return (
            is_same
            and _is_looked_into(old, self.opened)
            and _is_looked_into(new, self.opened)
            and _legends(old) == _legends(new)
        )

    def _up_to(self, node: Node, parent: str) -> str:
        last = self.day - timedelta(days=1)
        words = f"到 {date_in_words(last)}为止："
        return _dated(node, f'data-shown-to="{last}"', words, parent)

    def _from(self, node: Node, parent: str) -> str:
        if node.tag in _UNSEEN:
            return ""
        if node.is_element_node:
            for element in (node, *elements_of(node)):
                self._rename(element)
        words = f"{date_in_words(self.day)}起："
        return _dated(node, f'data-shown-from="{self.day}"', words, parent)

    def _rename(self, element: Node) -> None:
        """Tells ids apart from those of the page before, and what refers to them."""
        for name, value in element.attributes.items():
            if name == "id" and value in self.ids:
                self.renamed.add(self._later(value or ""))
            if name == "href" and (value or "").startswith("#"):
                element.attrs[name] = self._later(value or "")
            elif (name == "id" or name in REFERENCES) and value:
                words = value.split()
                element.attrs[name] = " ".join(
                    self._later(word) if word in self.ids else word for word in words
                )

    def _later(self, anchor: str) -> str:
        return f"{anchor}--from-{self.day}"

    def placed(self, text: str) -> str:
        """The text with links back to those places that are the same on both sides of the day."""
        suffix = self._later("")

        def place(found: re.Match[str]) -> str:
            anchor = found[1]
            is_same = anchor.endswith(suffix) and anchor not in self.renamed
            return f'href="#{anchor.removesuffix(suffix) if is_same else anchor}"'

        return _PLACE.sub(place, text)


def _is_looked_into(element: Node, opened: frozenset[str]) -> bool:
    """Whether what differs in an element can stand in it beside what is equal."""
    if element.tag not in _OPENED_OF_BLOCKS:
        return element.tag in opened
    return all(held.node.tag in _BLOCKS for held in _held(element))


def _legends(element: Node) -> list[str]:
    """A fieldset's legend: it can stand in it once only."""
    return [html_of(each.node) for each in _held(element) if each.node.tag == "legend"]


def _dated(node: Node, days: str, words: str, parent: str) -> str:
    if not node.is_element_node:
        text = html_of(node)
        return f"<span {days}>{text}</span>" if text.strip() and parent not in _LISTS else text
    whole = html_of(node)
    if node.tag in _UNSEEN:
        return whole
    said = f'<span class="by-day">{words}</span>'
    start = _start(node)
    if {
        "hidden",
        "data-shown-from",
        "data-shown-to",
    } & node.attributes.keys() and parent not in _LISTS:
        return f"<div {days}>{whole}</div>"
    if node.tag in _OF_WORDS:
        return f"{start[:-1]} {days}>{said}{whole[len(start) :]}"
    if parent in _LISTS:
        return f"{start[:-1]} {days}>{whole[len(start) :]}"
    return f"<div {days}><p>{said}</p>{whole}</div>"


def _start(element: Node) -> str:
    whole = html_of(element)
    return whole[: len(whole) - len(html_inside(element)) - len(f"</{element.tag}>")]


def _ids(element: Node) -> Iterable[str]:
    return (each.attributes["id"] or "" for each in elements_of(element) if "id" in each.attributes)
