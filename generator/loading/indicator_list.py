"""The list of an edition's indicators as its difference from that of the edition before: ``added`` and ``removed``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Code, Diagnostic
from generator.loading.changed_figures import Changed
from generator.policy.indicators import SECTIONS
from generator.policy.messages import choice_hint
from generator.reading import Listing, Node, Scalar, Table
from generator.reading.nodes import follow, items

ADDED = "added"
REMOVED = "removed"
_LIST = "indicators"


def with_changed_list(
    stated: Node | None, own: Node | None, section_of: Mapping[str, str]
) -> Changed:
    """The complete file of an edition, the indicators that its own one removes taken out of the list it takes over.

    Those that it adds stand after the others of their section.
    """
    added, removed = _codes(own, ADDED), _codes(own, REMOVED)
    taken_over = follow(stated, _LIST)
    if not (added or removed) or not isinstance(stated, Table):
        return Changed(node=stated, mistakes=())
    if follow(own, _LIST) is not None or not isinstance(taken_over, Listing):
        return Changed(node=stated, mistakes=tuple(map(_listed_too, (*added, *removed))))
    kept = [item for item in taken_over.items if _text(item) not in {code.text for code in removed}]
    known = tuple(map(_text, taken_over.items))
    for code in added:
        kept.insert(_end_of_section(code, kept, section_of), code)
    return Changed(
        node=stated.with_value(_LIST, replace(taken_over, items=tuple(kept))),
        mistakes=(
            *(_not_there(code, known) for code in removed if code.text not in known),
            *(_there_already(code) for code in added if code.text in known),
        ),
    )


def _codes(own: Node | None, key: str) -> tuple[Scalar, ...]:
    return tuple(item for item in items(own, key) if isinstance(item, Scalar))


def _text(item: Node) -> str:
    return item.text if isinstance(item, Scalar) else ""


def _end_of_section(code: Scalar, listed: Sequence[Node], section_of: Mapping[str, str]) -> int:
    """Return the place after the last indicator of the same section or one before it; the end for one without a file."""
    if code.text not in section_of:
        return len(listed)
    own = SECTIONS.index(section_of[code.text])
    sections = [section_of.get(_text(item)) for item in listed]
    earlier = [at for at, each in enumerate(sections) if each and SECTIONS.index(each) <= own]
    return max(earlier, default=-1) + 1


def _listed_too(code: Scalar) -> Diagnostic:
    return Diagnostic(
        code=Code.EXCLUDING_KEYS,
        place=code.place,
        message=f'"{code.text}" changes a list that this file writes out itself',
        hint=f"keep either `{_LIST}` or what is `{ADDED}` and `{REMOVED}`",
    )


def _not_there(code: Scalar, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=code.place,
        message=f'the edition before has no indicator "{code.text}"',
        hint=choice_hint(code.text, known),
    )


def _there_already(code: Scalar) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_CODE,
        place=code.place,
        message=f'the edition before has the indicator "{code.text}" already',
        hint="take it out of `added`: a file of its name says what changes",
    )
