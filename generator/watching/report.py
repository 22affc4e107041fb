"""What a watch found, as text, JSON or Markdown."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from generator.watching.watch import State, Watched

_TOLD = (State.CHANGED, State.DEAD)
_WORDS = {
    State.CHANGED: "says something else than before",
    State.DEAD: "is gone",
    State.NOT_REACHED: "could not be reached",
    State.NEW: "was seen for the first time",
    State.SAME: "is as it was",
}


def as_text(found: Iterable[Watched]) -> str:
    """One line an address."""
    return "".join(
        f"{each.source}: {each.address} {_WORDS[each.state]}{_more(each)}\n" for each in found
    )


def as_json(found: Iterable[Watched]) -> str:
    """``{"sources": [{"source", "address", "state", "checked_on", "seen_on", "digest", "trouble"}]}``."""
    document = {"sources": [asdict(each) for each in found]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_markdown(found: Iterable[Watched]) -> str:
    """A list of what somebody should look at: changed or dead; nothing where there is nothing.

    What could not be reached is told beside it, and is no reason for a report.
    """
    listed = tuple(found)
    told = [each for each in listed if each.state in _TOLD]
    if not told:
        return ""
    lines = ["## Sources to look at", ""]
    lines += [_item(each) for each in told]
    missed = [each for each in listed if each.state is State.NOT_REACHED]
    if missed:
        lines += ["", f"Not reached this time ({len(missed)}):", ""]
        lines += [_item(each) for each in missed]
    return "\n".join(lines) + "\n"


def _item(each: Watched) -> str:
    return f"- `{each.source}` {each.address} {_WORDS[each.state]}{_more(each)}; looked at on {each.checked_on}"


def _more(each: Watched) -> str:
    since = f" (last seen {each.seen_on})" if each.seen_on else ""
    return since + (f": {each.trouble}" if each.trouble else "")
