"""An edition as its difference from the one before it: what its own files leave out is taken over from there.

A table of the edition is laid over the table of the same name, key by key; nothing below the top keys is mixed.
"""

from collections.abc import Iterable

from generator.loading.folder import ConditionEntry, EditionFolder, IndicatorEntry
from generator.loading.indicator_list import ADDED, REMOVED
from generator.reading import Entry, Listing, Node, Scalar, Table
from generator.reading.nodes import follow, items, scalar

BASED_ON = "based_on"
_OWN_KEYS = frozenset(
    {BASED_ON, "edition", "title", "document", "in_force", "source", "except", "notes"}
    | {"cases_on", "inherited", "figures", ADDED, REMOVED}
)
"""Keys of an edition's file that speak of that edition alone."""


def based_on(node: Node | None) -> Scalar | None:
    """The name of the edition that an edition's file says it changes."""
    return scalar(node, BASED_ON)


def complete_edition(own: Node | None, before: Node | None) -> Node | None:
    """The edition's file with what it takes over from the file of the edition before."""
    if not isinstance(own, Table) or not isinstance(before, Table):
        return own
    kept = tuple(entry for entry in before.entries if entry.key.text not in _OWN_KEYS)
    return overlay(own, Table(place=before.place, entries=kept))


def complete_indicator(
    own: Node | None, before: Node | None, inherited: Node | None
) -> Node | None:
    """An indicator with what it takes over; ``inherited`` is laid over the receipt that it has from there."""
    if not isinstance(before, Table):
        return own
    taken = overlay(Table(place=before.place, entries=()), before)
    source = before.get("source")
    if isinstance(source, Table) and isinstance(inherited, Table):
        taken = taken.with_value("source", overlay(inherited, source))
    return overlay(own, taken) if isinstance(own, Table) else taken


def complete_condition(
    own: Node | None, before: Node | None, inherited: Node | None
) -> Node | None:
    """A condition with what it takes over; what rests on a document of its own, as practice does, is as sure as before."""
    names_document = isinstance(before, Table) and follow(before, "source", "document") is not None
    return complete_indicator(own, before, None if names_document else inherited)


def overlay(own: Table, below: Table) -> Table:
    """The entries of ``below`` in their order, each replaced by the own one of its key; then the other own ones."""
    replaced = [own.entry(entry.key.text) or entry for entry in below.entries]
    known = {entry.key.text for entry in below.entries}
    added = [entry for entry in own.entries if entry.key.text not in known]
    return Table(place=own.place, entries=(*replaced, *added))


def with_document(node: Node | None, document: Scalar | None) -> Node | None:
    """A file whose receipts name the edition's own document wherever they name none."""
    if not isinstance(node, Table) or document is None:
        return node
    source, exceptions = node.get("source"), node.get("except")
    if isinstance(source, Table):
        node = node.with_value("source", _naming(source, document))
    if isinstance(exceptions, Listing):
        named = tuple(
            _naming(item, document) if isinstance(item, Table) else item
            for item in exceptions.items
        )
        node = node.with_value("except", Listing(place=exceptions.place, items=named))
    return node


def inherited_indicators(
    before: EditionFolder, own: Iterable[IndicatorEntry], listed: Node | None
) -> list[IndicatorEntry]:
    """Those indicators of the edition before that this one lists and has no file for."""
    stems = {(file.section, file.stem) for file in own}
    codes = {code.text for code in items(listed, "indicators") if isinstance(code, Scalar)}
    return [
        file
        for file in before.indicators
        if (file.section, file.stem) not in stems and file.stem in codes
    ]


def inherited_conditions(
    before: EditionFolder, own: Iterable[ConditionEntry], listed: Node | None
) -> list[ConditionEntry]:
    """Those conditions of the edition before that this one lists and has no file for."""
    stems = {file.stem for file in own}
    codes = {code.text for code in items(listed, "conditions") if isinstance(code, Scalar)}
    return [file for file in before.conditions if file.stem not in stems and file.stem in codes]


def _naming(receipt: Table, document: Scalar) -> Table:
    if receipt.entry("document") is not None:
        return receipt
    key = Scalar(place=receipt.place, text="document", plain=True)
    named = Scalar(place=receipt.place, text=document.text, plain=True)
    return Table(place=receipt.place, entries=(Entry(key=key, value=named), *receipt.entries))
