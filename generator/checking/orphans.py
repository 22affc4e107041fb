"""Does something lead to every page that is a text of its own?"""

from collections.abc import Iterator

from generator.checking.guide import guide_scalars
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.reading.nodes import follow


def check_orphans(view: View) -> Iterator[Diagnostic]:
    """Pages that have no place in the guide and that no other text links to."""
    pages = view.folder.pages
    texts = [text.text for edition in view.editions for text in edition.folder.texts.values()]
    texts += [found.text for found in guide_scalars(view)]
    for name, page in pages.items():
        others = (*texts, *(other.text.text for key, other in pages.items() if key != name))
        has_place = page.head.node is None or follow(page.head.node, "guide") is not None
        if not has_place and not any(f"({name}.html" in text for text in others):
            yield Diagnostic(
                code=Code.UNUSED,
                place=page.head.place,
                message=f"nothing leads to the page {name}",
                hint="give it a place: guide: {group: …, order: …}, or link to it from a text",
            )
