"""Is something still to be filled in that a scaffold left to whoever reads the document?"""

from collections.abc import Iterator

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.policy.to_fill import TO_FILL
from generator.reading.nodes import scalars


def check_filled(view: View) -> Iterator[Diagnostic]:
    """Texts of editions, sources and the changelog that are nothing but the mark."""
    guide = view.folder.guide
    nodes = [edition.folder.file.node for edition in view.editions]
    nodes += [view.folder.sources.node, None if guide is None else guide.changelog.node]
    for node in nodes:
        for found in scalars(node):
            if found.text == TO_FILL:
                yield Diagnostic(
                    code=Code.MISSING_KEY,
                    place=found.place,
                    message=f"“{TO_FILL}” is still to be filled in",
                    hint="write what the new document says",
                )
