"""An impact as text for a terminal, as JSON, and as Markdown for a pull request."""

import json
from collections.abc import Iterable, Iterator, Mapping
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
        "alone": {kind.value: impact.alone.get(kind, 0) for kind in Kind},
        "moved": [_document(moved) for moved in impact.moved],
        "turns": [
            {
                "edition": turn.edition,
                "on": turn.on.isoformat(),
                "asked": {kind.value: turn.asked.get(kind, 0) for kind in Kind},
                "moved": [_document(moved) for moved in turn.moved],
            }
            for turn in impact.turns
        ],
        "pages": [asdict(page) for page in impact.pages],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _document(moved: Moved) -> dict[str, object]:
    return {
        "kind": moved.asked.kind.value,
        "name": moved.asked.name,
        "on": moved.asked.on.isoformat(),
        "changes": {name: list(pair) for name, pair in moved.changes.items()},
        "answers": dict(moved.asked.answers),
    }


def as_markdown(impact: Impact) -> str:
    """For a pull request: the counts in the open, the rest folded."""
    lines = [f"### What changes from {impact.old} to {impact.new}", ""]
    lines += [f"- {line}" for line in _counts(impact)]
    for title, moved in _groups(impact):
        lines += ["", f"<details><summary>{title}</summary>", ""]
        lines += ["| who | day | what | before | after |", "|---|---|---|---|---|"]
        lines += [row for each in _shown(moved) for row in _rows(each)]
        lines += [*_left_out(moved), "", "</details>"]
    if impact.pages:
        lines += ["", "<details><summary>What pages say</summary>", "", "```diff"]
        lines += list(_pages(impact, ""))
        lines += ["```", "", "</details>"]
    return "\n".join(lines) + "\n"


def _text(impact: Impact) -> Iterator[str]:
    yield f"{impact.old} → {impact.new}"
    yield from _counts(impact)
    for title, group in _groups(impact):
        yield f"{title}:"
        for moved in _shown(group):
            yield f"  {moved.asked.kind} “{moved.asked.name}” on {moved.asked.on}"
            for name, (was, now) in moved.changes.items():
                yield f"    {name.replace('_', ' ')}: {was or 'nothing'} → {now or 'nothing'}"
        yield from _left_out(group)
    yield from _pages(impact, "  ")


def _counts(impact: Impact) -> Iterator[str]:
    for kind in Kind:
        alone = impact.alone.get(kind, 0)
        days = f"; {alone} are asked on days that only one side can score" if alone else ""
        yield f"{_KINDS[kind]}: {_share(impact.moved, impact.asked, kind)} move{days}"
    for turn in impact.turns:
        shares = " and ".join(
            f"{_share(turn.moved, turn.asked, kind)} {_KINDS[kind]}"
            for kind in Kind
            if turn.asked.get(kind)
        )
        yield f"from {turn.on} on, {turn.edition}: {shares} score otherwise than on the day before"
    yield f"(first dates of all sample people and {AHEAD} drawn ones, plans of {PLANNING} drawn ones)"
    yield f"pages: {len(impact.pages)} say something else"


def _share(moved: Iterable[Moved], asked: Mapping[Kind, int], kind: Kind) -> str:
    count = sum(1 for each in moved if each.asked.kind is kind)
    return f"{count} of {asked.get(kind, 0)}"


def _groups(impact: Impact) -> Iterator[tuple[str, tuple[Moved, ...]]]:
    """Those who move with the change, and those who do on the first day of a new edition."""
    if impact.moved:
        yield "Who moves", impact.moved
    for turn in impact.turns:
        if turn.moved:
            yield f"Who moves on {turn.on}", turn.moved


def _shown(everyone: tuple[Moved, ...]) -> tuple[Moved, ...]:
    drawn = [moved for moved in everyone if moved.asked.kind is Kind.DRAWN]
    others = [moved for moved in everyone if moved.asked.kind is not Kind.DRAWN]
    return (*others, *drawn[:_MOST_PEOPLE])


def _left_out(everyone: tuple[Moved, ...]) -> Iterator[str]:
    left_out = len(everyone) - len(_shown(everyone))
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
