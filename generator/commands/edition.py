"""``generator edition new``: the files of a new edition, as its difference from the one before."""

import sys
from datetime import date
from pathlib import Path

from generator.commands.console import FINE, InputError, say, shown, written
from generator.policy.to_fill import TO_FILL
from generator.scaffolding.edition import ScaffoldError, new_edition


def run(policy_data: Path, first: date, based_on: str) -> int:
    """Write them and say which; nothing is written where something is in the way."""
    try:
        files = new_edition(policy_data, first, based_on)
    except ScaffoldError as error:
        raise InputError(str(error)) from error
    for file in files:
        written(file.path, file.text)
        say(f"wrote {shown(file.path)}\n", sys.stdout)
    say(
        f"Fill in what says {TO_FILL}; say changed figures under figures: of its edition.yaml;\n"
        "then follow generator check.\n",
        sys.stdout,
    )
    return FINE
