"""``generator check``: every mistake in the policy data at once."""

import sys
from datetime import date
from pathlib import Path

from generator.checking import check
from generator.commands.console import FINE, WRONG, counted, errors_of, say, shown
from generator.diagnostics import render_all
from generator.paths import CACHE


def run(policy_data: Path, on: date | None) -> int:
    """Print all diagnostics; with a day also what lapses around it. Warnings alone are fine."""
    found = check(policy_data, shown=shown(policy_data), on=on, cache=CACHE)
    if found:
        say(f"{render_all(found)}\n{counted(found)}\n", sys.stdout)
    else:
        say(f"{shown(policy_data)}: no mistakes\n", sys.stdout)
    return WRONG if errors_of(found) else FINE
