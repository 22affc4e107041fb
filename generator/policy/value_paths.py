"""Paths by which single values are named: keys and positions with dots between, ``rule.options.0.points``.

``rule.options[0].points`` is the same. In prose an entry of a list goes by what it is about, too:
``education.rule.options.college.points``.
"""

import re
from collections.abc import Iterator

from generator.policy.plain import Plain
from generator.reading import Listing, Node, Scalar, Table

_STEP = re.compile(r"[^.\[\]]+")
_ABOUT = ("choice", "question")
"""The keys that say what an entry is about."""


def steps_of(path: str) -> tuple[str, ...]:
    """The keys and positions of a path."""
    return tuple(_STEP.findall(path))


def step_into(value: Plain, step: str) -> Plain:
    """What stands under a key, at a position or in the entry about something; None where nothing does."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list):
        for position, entry in enumerate(value):
            if step in (str(position), *_about(entry)):
                return entry
    return None


def known_steps(value: Plain) -> tuple[str, ...]:
    """The steps that lead on; entries of a list by what they are about, where they say it."""
    if isinstance(value, dict):
        return tuple(value)
    if isinstance(value, list):
        return tuple((*_about(entry), str(position))[0] for position, entry in enumerate(value))
    return ()


def is_figure(value: Plain) -> bool:
    """Whether that is a single figure that prose can show."""
    return isinstance(value, int | str) and not isinstance(value, bool)


def value_paths(node: Node | None, prefix: str = "") -> Iterator[str]:
    """The paths of all single values in the node, entries of lists by their position."""
    match node:
        case Table():
            for entry in node.entries:
                yield from value_paths(entry.value, f"{prefix}{entry.key.text}.")
        case Listing():
            for position, item in enumerate(node.items):
                yield from value_paths(item, f"{prefix}{position}.")
        case Scalar():
            yield prefix.removesuffix(".")
        case _:
            return


def about(node: Node) -> tuple[str, ...]:
    """What an entry of a list is about, by which paths may call it."""
    words = node.entries if isinstance(node, Table) else ()
    named = {entry.key.text: entry.value for entry in words}
    return tuple(found.text for key in _ABOUT if isinstance(found := named.get(key), Scalar))


def _about(entry: Plain) -> tuple[str, ...]:
    if not isinstance(entry, dict):
        return ()
    return tuple(str(entry[key]) for key in _ABOUT if entry.get(key) is not None)
