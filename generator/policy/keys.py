"""Whether a table has the keys of its form: those that are unknown, missing, or exclude each other, each said once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from generator.diagnostics import Code, Diagnostic, Note, nearest
from generator.policy.forms import RecordForm, VariantsForm
from generator.policy.messages import misfit, missing_key, no_source, unknown_key
from generator.reading import Scalar, Table

FOREIGN = 3
"""So many unknown keys, or missing ones beside an unknown, are no slips: the table belongs elsewhere."""


def key_mistakes(node: Table, form: RecordForm, name: str) -> list[Diagnostic]:
    """What is wrong with the keys; where they belong to something else, that alone."""
    unknown = [entry.key for entry in node.entries if entry.key.text not in form.keys]
    missing = [each.key for each in form.flat if each.is_needed and not node.entry(each.key)]
    if len(unknown) >= FOREIGN or (unknown and len(missing) >= FOREIGN):
        return [misfit(node, form.keys, name)]
    return [
        *_strays(unknown, missing, node, form, name),
        *_lacking_one(node, form, name, has_strays=bool(unknown)),
        *_excluding(node, form),
    ]


def _strays(
    unknown: list[Scalar], missing: list[str], node: Table, form: RecordForm, name: str
) -> Iterator[Diagnostic]:
    """Unknown keys, and missing ones but for those that an unknown one was meant to be."""
    lacking = list(missing)
    for key in unknown:
        meant = nearest(key.text, lacking)
        if meant is not None:
            lacking.remove(meant)
        slip, owner = unknown_key(key, form.keys, name), _owner(key, node, form)
        yield replace(slip, hint=f"indent it as the keys above: {owner}") if owner else slip
    for wanted in lacking:
        is_source = wanted == form.sourced_by
        yield (no_source if is_source else missing_key)(node, wanted, name)


def _owner(stray: Scalar, node: Table, form: RecordForm) -> str:
    """That the table just above has such a key and does not say it; empty where it has none, or says it."""
    before = takewhile(lambda entry: entry.key is not stray, node.entries)
    above = next((each for each in reversed(list(before)) if isinstance(each.value, Table)), None)
    inner = next((each.form for each in form.flat if above and each.key == above.key.text), None)
    if above is None or not isinstance(above.value, Table) or above.value.entry(stray.text):
        return ""
    name = above.key.text
    if isinstance(inner, VariantsForm):
        kind = above.value.get(inner.by)
        word = kind.text if isinstance(kind, Scalar) else ""
        name, inner = f"{name} with {inner.by}: {word}", inner.records.get(word)
    if isinstance(inner, RecordForm) and stray.text in inner.keys:
        return f"{name} has the key {stray.text}"
    return ""


def _lacking_one(
    node: Table, form: RecordForm, name: str, *, has_strays: bool
) -> Iterator[Diagnostic]:
    for group in _grouped((each.one_of, each.key) for each in form.flat):
        if not has_strays and not any(node.entry(key) for key in group):
            yield missing_key(node, " or ".join(group), name)


def _excluding(node: Table, form: RecordForm) -> Iterator[Diagnostic]:
    for group in _grouped((each.excludes, each.key) for each in form.flat):
        present = [entry for entry in map(node.entry, group) if entry is not None]
        for other in present[1:]:
            first = present[0].key
            yield Diagnostic(
                code=Code.EXCLUDING_KEYS,
                place=other.key.place,
                message=f"{other.key.text} and {first.text} exclude each other",
                notes=(Note(place=first.place, text=f"{first.text} stands here"),),
            )


def _grouped(named: Iterable[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """The keys of each group, in order; those without one left out."""
    groups: dict[str, list[str]] = {}
    for group, key in named:
        if group:
            groups.setdefault(group, []).append(key)
    return [tuple(keys) for keys in groups.values()]
