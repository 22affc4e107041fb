"""A new edition as its difference from the one before: its folder, the end of the old one, its source, its news.

What only a reader of the new document knows says ``待填``, which ``generator check`` refuses until it is filled in.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from generator.policy.to_fill import TO_FILL

_IN_FORCE: Final = re.compile(
    r"^(?P<before> *in_force: \{from: [^,}\s]+)(?:, to: (?P<to>\d{4}-\d\d-\d\d))?(?=\})",
    re.MULTILINE,
)
"""A period; one without an end goes on."""
_DOCUMENT: Final = re.compile(r"^document: (\S+)$", re.MULTILINE)


class ScaffoldError(Exception):
    """Nothing was written; the message says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file with its new text."""

    path: Path
    text: str


def new_edition(policy: Path, first: date, based_on: str) -> tuple[Written, ...]:
    """What a new edition takes, still to be written to the disk. Raises ScaffoldError."""
    folder, old = policy / "editions" / str(first), policy / "editions" / based_on / "edition.yaml"
    if folder.exists():
        raise ScaffoldError(f"{folder} is there already: edit it, or remove it first")
    if not old.exists():
        known = ", ".join(
            sorted(path.parent.name for path in old.parents[1].glob("*/edition.yaml"))
        )
        raise ScaffoldError(f"there is no edition {based_on} to base it on; there are {known}")
    if str(first) <= based_on:
        raise ScaffoldError(f"{first} is not after {based_on}: name the edition before")
    sources, changelog = policy / "sources.yaml", policy / "guide" / "changelog.yaml"
    text = old.read_text("utf-8")
    for path in (old, sources, changelog):
        if path.exists() and TO_FILL in path.read_text("utf-8"):
            raise ScaffoldError(
                f"{path} still says “{TO_FILL}”: fill it in first, what follows rests on it"
            )
    found = _DOCUMENT.search(text)
    if found is None:
        raise ScaffoldError(f"{old} names no document in a line “document: …”")
    last = first - timedelta(days=1)
    code = f"rules-{first}"
    return (
        Written(path=folder / "edition.yaml", text=_edition(text, first, based_on, code)),
        Written(path=old, text=_ended(text, last, old)),
        Written(path=sources, text=_with_source(sources, found[1], code, first, last)),
        *([_with_news(changelog, first)] if changelog.exists() else []),
    )


def _edition(old: str, first: date, based_on: str, code: str) -> str:
    """The new edition's file; its first line names the schema for editors, where that of the old one does."""
    schema = old[: old.index("\n") + 1] if old.startswith("# yaml-language-server:") else ""
    return f"""\
{schema}edition: {first}
name: {first.year} 年版
title: {TO_FILL}
document: {code}
in_force: {{from: {first}, to: {TO_FILL}}}
based_on: {based_on}
inherited: {{confidence: C}}
source: {{clause: {TO_FILL}, authority: text, confidence: C}}
"""


def _ended(text: str, last: date, path: Path) -> str:
    """The text with the first period in it ending on that day, where it ended later or not at all."""
    found = _IN_FORCE.search(text)
    if found is None:
        raise ScaffoldError(f"{path} has no line “in_force: {{from: …}}” to end on {last}")
    if found["to"] is not None and date.fromisoformat(found["to"]) <= last:
        return text
    return f"{text[: found.end('before')]}, to: {last}{text[found.end() :]}"


def _with_source(path: Path, old: str, code: str, first: date, last: date) -> str:
    """The list of sources with a stub before the old document, which ends the day before."""
    text = path.read_text("utf-8")
    start = text.find(f"- document: {old}\n")
    if start < 0:
        raise ScaffoldError(f"{path} has no entry “- document: {old}”")
    end = text.find("\n- document: ", start + 1)
    entry, after = (text[start:], "") if end < 0 else (text[start:end], text[end:])
    ended = _ended(entry, last, path) if _IN_FORCE.search(entry) else entry
    stub = f"""\
- document: {code}
  title: {TO_FILL}
  number: {TO_FILL}
  issuer: {TO_FILL}
  in_force: {{from: {first}, to: {TO_FILL}}}
  addresses: []
  seen: {TO_FILL}
  confidence: C
  checked_on: {TO_FILL}

"""
    return f"{text[:start]}{stub}{ended}{after}"


def _with_news(path: Path, first: date) -> Written:
    text = path.read_text("utf-8")
    start = max(text.find("- change: "), 0)
    entry = f"""\
- change: edition_{first:%Y_%m_%d}
  on: {TO_FILL}
  title: {first.year} 年 {first.month} 月 {first.day} 日起施行新办法
  says: {TO_FILL}

"""
    return Written(path=path, text=text[:start] + entry + text[start:])
