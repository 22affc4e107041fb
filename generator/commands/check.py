"""``generator check``: every mistake in the policy data at once, then what else would keep the site from being made."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator import paths
from generator.commands.console import FINE, WRONG, InputError, counted, errors_of, say, shown
from generator.diagnostics import Code, Diagnostic, Place, Source, as_json, in_order, render_all
from generator.rehearsal.before import has_gone_well
from generator.standing import BuildOptions


def run(policy_data: Path, on: date | None, *, is_strict: bool, form: str) -> int:
    """Print all diagnostics; with a day also what lapses around it. Warnings alone are fine unless it is strict."""
    found = found_in(policy_data, on)
    if form == "json":
        say(as_json(found), sys.stdout)
    elif found:
        say(f"{render_all(found)}\n{counted(found)}\n", sys.stdout)
    else:
        say(f"{shown(policy_data)}: no mistakes\n", sys.stdout)
    return WRONG if (found if is_strict else errors_of(found)) else FINE


def found_in(policy_data: Path, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is wrong; what finds it is imported only where something has changed since all was well.

    Raises InputError where a tool is missing.
    """
    options = BuildOptions(policy_data=policy_data, shown=shown(policy_data))
    if on is None and has_gone_well(options):
        return tuple(_beside(policy_data))
    from generator.rehearsal.rehearsing import check_and_rehearse  # noqa: PLC0415
    from generator.rehearsal.scripts import ScriptToolError  # noqa: PLC0415

    try:
        found = check_and_rehearse(options, on)
    except ScriptToolError as error:
        raise InputError(str(error)) from error
    return in_order((*found, *_beside(policy_data)))


def _beside(policy_data: Path) -> Iterator[Diagnostic]:
    """Policies beside the one of the checkout, which nothing reads."""
    if policy_data.resolve() != paths.POLICY_DATA:
        return
    for file in sorted(paths.POLICY_DATA.parent.glob("*/policy.yaml")):
        if file.parent != paths.POLICY_DATA:
            yield Diagnostic(
                code=Code.UNUSED_FILE,
                place=Place(source=Source(shown(file.parent))),
                message="nothing reads this policy: a site is made of one",
                hint=f"build it for itself: generator build --policy-data {shown(file.parent)} --dist …",
            )
