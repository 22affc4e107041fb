"""``generator impact``: what a change of the data does to people and to pages."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.commands.console import FINE, InputError, say, told
from generator.impact.comparing import Impact, impact_of
from generator.impact.report import as_json, as_markdown, as_text
from generator.impact.sides import NoSuchSideError, side
from generator.paths import CACHE
from generator.scratch import scratch

FORMS: Mapping[str, Callable[[Impact], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


def run(policy_data: Path, old: str, new: str, form: str) -> int:
    """Print what moves from the one side to the other. Raises InputError where one is not there, DataErrors."""
    try:
        with scratch() as room:
            before = side(old, policy_data, room / "old", CACHE)
            after = side(new, policy_data, room / "new", CACHE)
    except (NoSuchSideError, OSError) as error:
        raise InputError(told(error)) from error
    say(FORMS[form](impact_of(before, after)), sys.stdout)
    return FINE
