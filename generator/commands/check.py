"""``generator check``: every mistake in the policy data at once, then what else would keep the site from being made."""

import sys
from datetime import date
from pathlib import Path

from generator.commands.console import FINE, WRONG, InputError, counted, errors_of, say, shown
from generator.diagnostics import DataErrors, Diagnostic, as_json, in_order, render_all
from generator.paths import CACHE
from generator.rehearsal.before import has_gone_well, note_gone_well
from generator.standing import BuildOptions


def run(policy_data: Path, code: str | None, on: date | None, *, is_strict: bool, form: str) -> int:
    """Print all diagnostics; with a day also what lapses around it. Warnings alone are fine unless it is strict."""
    found = found_in(policy_data, code, on)
    if form == "json":
        say(as_json(found), sys.stdout)
    elif found:
        say(f"{render_all(found)}\n{counted(found)}\n", sys.stdout)
    else:
        say(f"{shown(policy_data)}: no mistakes\n", sys.stdout)
    return WRONG if (found if is_strict else errors_of(found)) else FINE


def found_in(
    policy_data: Path, code: str | None = None, on: date | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the policies of a folder, or with the one of that code.

    What finds it is imported only where something has changed since all was well. Raises InputError where a tool is
    missing or there is no such policy.
    """
    whole = BuildOptions(policy_data=policy_data, shown=shown(policy_data))
    if on is None and code is None and has_gone_well(whole):
        return ()
    from generator.checking.checklist import check_checklist  # noqa: PLC0415
    from generator.commands.choosing import policies_of  # noqa: PLC0415
    from generator.rehearsal.rehearsing import check_and_rehearse  # noqa: PLC0415
    from generator.rehearsal.scripts import ScriptToolError  # noqa: PLC0415

    found: list[Diagnostic] = []
    try:
        for policy in policies_of(policy_data, code):
            if policy.is_checklist:
                found += check_checklist(policy.folder, policy.shown, CACHE)
                continue
            options = BuildOptions(policy_data=policy.folder, shown=policy.shown)
            if on is not None or not has_gone_well(options):
                found += check_and_rehearse(options, on)
    except DataErrors as errors:
        return errors.diagnostics
    except ScriptToolError as error:
        raise InputError(str(error)) from error
    if on is None and code is None and not found:
        note_gone_well(whole)
    return in_order(found)
