"""Rules that every piece of HTML of the site keeps; each broken one is told in a sentence."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import override

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_PHRASING_ONLY = frozenset({"p", "h1", "h2", "h3", "h4", "legend", "caption", "summary"})
_CHILDREN = {
    "ul": {"li", "template"},
    "ol": {"li", "template"},
    "dl": {"div", "dt", "dd"},
    "tr": {"th", "td"},
    "tbody": {"tr"},
    "thead": {"tr"},
    "tfoot": {"tr"},
}
_FIELDS = frozenset({"input", "select", "textarea", "progress"})


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.ids: dict[str, int] = {}
        self.labelled: set[str] = set()
        self.unlabelled: list[tuple[str, str]] = []
        self.headings: list[int] = []
        self.stack: list[_Open] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        self._read_attributes(tag, attributes)
        self._read_place(tag)
        if tag in _FIELDS:
            self._read_field(tag, attributes)
        if tag not in _VOID:
            self.stack.append(_Open(tag, attributes))

    def _read_attributes(self, tag: str, attributes: dict[str, str]) -> None:
        for name in attributes:
            if name == "style" or name.startswith("on"):
                self.problems.append(f"<{tag}> has the inline attribute {name}")
        if identity := attributes.get("id"):
            self.ids[identity] = self.ids.get(identity, 0) + 1
        if tag == "label" and "for" in attributes:
            self.labelled.add(attributes["for"])
        if tag == "th" and "scope" not in attributes:
            self.problems.append("<th> has no scope")
        if tag == "button" and attributes.get("type") != "button":
            self.problems.append("<button> has no type")
        if tag == "img" and "alt" not in attributes:
            self.problems.append("<img> has no alt")
        if tag == "style":
            self.problems.append("there is an inline <style>")
        is_data = attributes.get("type") in {"application/json", "application/ld+json"}
        if tag == "script" and "src" not in attributes and not is_data:
            self.problems.append("there is an inline <script>")

    def _read_place(self, tag: str) -> None:
        open_tags = [element.tag for element in self.stack]
        if tag in {"h1", "h2", "h3", "h4"} and "template" not in open_tags:
            self.headings.append(int(tag[1]))
        if tag in _BLOCKS and (inside := _PHRASING_ONLY & set(open_tags)):
            self.problems.append(f"<{tag}> stands inside <{min(inside)}>")
        if tag == "a" and "a" in open_tags:
            self.problems.append("<a> stands inside <a>")
        parent = open_tags[-1] if open_tags else ""
        if parent in _CHILDREN and tag not in _CHILDREN[parent]:
            self.problems.append(f"<{tag}> is a child of <{parent}>")

    def _read_field(self, tag: str, attributes: dict[str, str]) -> None:
        named = "aria-label" in attributes or "aria-labelledby" in attributes
        if not named and not any(element.tag == "label" for element in self.stack):
            self.unlabelled.append((tag, attributes.get("id", "")))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.stack or self.stack[-1].tag != tag:
            inside = self.stack[-1].tag if self.stack else "nothing"
            self.problems.append(f"</{tag}> closes <{inside}>")
            return
        closed = self.stack.pop()
        if tag in {"a", "button", "h1", "h2", "h3", "h4", "legend", "caption", "summary", "label"}:
            self._read_words(closed)
        if self.stack:
            self.stack[-1].text += closed.text

    def _read_words(self, closed: _Open) -> None:
        is_filled_later = "data-slot" in closed.attributes
        if not "".join(closed.text).strip() and not is_filled_later:
            self.problems.append(f"<{closed.tag}> has no words")

    @override
    def handle_data(self, data: str) -> None:
        if self.stack:
            self.stack[-1].text.append(data)


def problems(html: str, *, first_heading: int | None = None) -> list[str]:
    """What is wrong with the HTML; ``first_heading`` is the level that its first heading must have."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = list(reader.problems)
    found += [f"<{element.tag}> is never closed" for element in reader.stack]
    found += [f"the id {name!r} is used {n} times" for name, n in reader.ids.items() if n > 1]
    found += [
        f"<{tag}> has no label"
        for tag, identity in reader.unlabelled
        if identity not in reader.labelled
    ]
    if first_heading is not None and reader.headings[:1] != [first_heading]:
        found.append(f"the first heading is not an h{first_heading}")
    found += [
        f"an h{level} follows an h{before}"
        for before, level in zip(reader.headings, reader.headings[1:], strict=False)
        if level > before + 1
    ]
    return found
