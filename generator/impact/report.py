"""An impact as text for a terminal, as JSON, and as Markdown for a pull request."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.impact.asking import AHEAD, PLANNING, Kind
from generator.impact.comparing import Impact, Moved

_MOST_PEOPLE = 20
_MOST_LINES = 6
_KINDS = {Kind.PERSON: "sample people", Kind.CASE: "cases", Kind.DRAWN: "drawn people"}


def as_text(impact: Impact) -> str:
    """Everything that moves, drawn people and long pages cut short."""
    return "\n".join(_text(impact)) + "\n"


def as_json(impact: Impact) -> str:
    """Everything, with the answers of those who move."""
    document = {
        "old": impact.old,
        "new": impact.new,
        "asked": {kind.value: impact.asked.get(kind, 0) for kind in Kind},
        "moved": [
            {
                "kind": moved.asked.kind.value,
                "name": moved.asked.name,
                "on": moved.asked.on.isoformat(),
                "changes": {name: list(pair) for name, pair in moved.changes.items()},
                "answers": dict(moved.asked.answers),
            }
            for moved in impact.moved
        ],
        "pages": [asdict(page) for page in impact.pages],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_markdown(impact: Impact) -> str:
    """For a pull request: the counts in the open, the rest folded."""
    lines = [f"### What changes from {impact.old} to {impact.new}", ""]
    lines += [f"- {line}" for line in _counts(impact)]
    if impact.moved:
        lines += ["", "<details><summary>Who moves</summary>", ""]
        lines += ["| who | day | what | before | after |", "|---|---|---|---|---|"]
        lines += [row for moved in _shown(impact) for row in _rows(moved)]
        lines += [*_left_out(impact), "", "</details>"]
    if impact.pages:
        lines += ["", "<details><summary>What pages say</summary>", "", "```diff"]
        lines += list(_pages(impact, ""))
        lines += ["```", "", "</details>"]
    return "\n".join(lines) + "\n"


def _text(impact: Impact) -> Iterator[str]:
    yield f"{impact.old} → {impact.new}"
    yield from _counts(impact)
    for moved in _shown(impact):
        yield f"  {moved.asked.kind} “{moved.asked.name}” on {moved.asked.on}"
        for name, (was, now) in moved.changes.items():
            yield f"    {name.replace('_', ' ')}: {was or 'nothing'} → {now or 'nothing'}"
    yield from _left_out(impact)
    yield from _pages(impact, "  ")


def _counts(impact: Impact) -> Iterator[str]:
    for kind in Kind:
        count = sum(1 for moved in impact.moved if moved.asked.kind is kind)
        yield f"{_KINDS[kind]}: {count} of {impact.asked.get(kind, 0)} move"
    yield f"(first dates of all sample people and {AHEAD} drawn ones, plans of {PLANNING} drawn ones)"
    yield f"pages: {len(impact.pages)} say something else"


def _shown(impact: Impact) -> tuple[Moved, ...]:
    drawn = [moved for moved in impact.moved if moved.asked.kind is Kind.DRAWN]
    others = [moved for moved in impact.moved if moved.asked.kind is not Kind.DRAWN]
    return (*others, *drawn[:_MOST_PEOPLE])


def _left_out(impact: Impact) -> Iterator[str]:
    left_out = len(impact.moved) - len(_shown(impact))
    if left_out:
        yield f"and {left_out} more drawn people (all of them by --format json)"


def _rows(moved: Moved) -> Iterator[str]:
    for name, (was, now) in moved.changes.items():
        what = name.replace("_", " ")
        yield f"| {moved.asked.name} | {moved.asked.on} | {what} | {was} | {now} |"


def _pages(impact: Impact, indent: str) -> Iterator[str]:
    for page in impact.pages:
        yield f"{indent}{page.address}"
        for mark, said in (("-", page.removed), ("+", page.added)):
            yield from (f"{indent}{mark} {line}" for line in said[:_MOST_LINES])
            if len(said) > _MOST_LINES:
                yield f"{indent}{mark} … {len(said) - _MOST_LINES} more"
