"""Links that lead nowhere: at the text that holds them, else at the template."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.checking.prose_places import passages
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Place, Source, nearest
from generator.html_tree import read_page
from generator.rehearsal.templates import Templates
from generator.writing.links import BrokenLink, broken_links
from generator.writing.loads import leads_elsewhere

_TARGET = re.compile(r"\[[^\]\n]*\]\(\s*<?([^)\s>]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The pages with their links made relative, and the addresses of all that is not a page."""

    html: Mapping[str, str]
    others: frozenset[str]

    def files(self) -> dict[str, bytes]:
        """The whole site; of what is no page only the addresses."""
        return {
            **dict.fromkeys(self.others, b""),
            **{address: text.encode() for address, text in self.html.items()},
        }


def link_mistakes(site: Site, view: View, templates: Templates) -> Iterator[Diagnostic]:
    """One mistake for each place that holds a broken link."""
    known: dict[str, BrokenLink] = {}
    for broken in broken_links(site.files(), {}):
        known.setdefault(_target(broken), broken)
    for target, broken in known.items():
        places = tuple(_in_texts(target, view))
        code = Code.UNKNOWN_TEXT_REFERENCE if places else Code.BROKEN_LINK
        for place in places or (_in_templates(target, broken, templates),):
            yield Diagnostic(
                code=code,
                place=place,
                message=f"the link to {target} leads nowhere: {broken.problem}",
                hint=_hint(target, site),
            )


def _target(broken: BrokenLink) -> str:
    """Where the link leads, from the root of the site."""
    if leads_elsewhere(broken.link):
        return broken.link
    path, mark, anchor = broken.link.partition("#")
    here = posixpath.dirname(broken.page)
    page = posixpath.normpath(posixpath.join(here, unquote(path))) if path else broken.page
    return f"{page}{mark}{unquote(anchor)}"


def _in_texts(target: str, view: View) -> Iterator[Place]:
    for passage in passages(view):
        for found in _TARGET.finditer(passage.text):
            if unquote(found[1]) == target:
                yield passage.place(found.start(1), found[1])


def _in_templates(target: str, broken: BrokenLink, templates: Templates) -> Place:
    for file in sorted(templates.folder.rglob("*.j2")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if f"site:{target}" in line:
                return templates.place(file, number, f"site:{target}")
    return Place(source=Source(f"the page {broken.page}"))


def _hint(target: str, site: Site) -> str:
    page, _, anchor = target.partition("#")
    if page not in site.html:
        return _meant(page, (*site.html, *site.others))
    return _meant(anchor, read_page(site.html[page]).ids())


def _meant(word: str, known: Iterable[str]) -> str:
    close = nearest(word, known)
    return f"did you mean {close}?" if close else "name a page of the site, and an id on it"
