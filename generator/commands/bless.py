"""``generator bless``: expectations of cases rewritten to what the engine gives, shown first, and only when told to."""

import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from generator.blessing.expected import Blessing, Rewrite, blessings
from generator.blessing.rewriting import rewritten
from generator.checking.checking import runnable_part
from generator.commands.console import FINE, WRONG, InputError, say, shown, written
from generator.diagnostics import DataErrors
from generator.loading import read_policy_folder
from generator.paths import CACHE


def run(policy_data: Path, names: Collection[str], *, yes: bool) -> int:
    """Show what cases would expect, and write it: of the named cases, or of all with ``yes``.

    Returns 1 where something is left to do. Raises InputError for a name that no failing case has and a file that can't be
    written, DataErrors where the rules themselves hold mistakes.
    """
    folder = read_policy_folder(policy_data, policy_data.as_posix(), cache=CACHE)
    found, runnable = runnable_part(folder)
    if found or runnable is None:
        raise DataErrors(found)
    wanted = blessings(runnable, folder.places)
    unknown = set(names) - {blessing.name for blessing in wanted}
    if unknown:
        raise InputError(f"no case that fails is named {', '.join(sorted(unknown))}")
    if names:
        wanted = tuple(blessing for blessing in wanted if blessing.name in names)
    if not wanted:
        say("every case comes true: nothing to rewrite\n", sys.stdout)
        return FINE
    say("".join(_told(wanted)), sys.stdout)
    can = [blessing for blessing in wanted if not blessing.refusal]
    if not (yes or names):
        say(
            f"nothing is written: look at `generator impact HEAD {shown(policy_data)}`, then name cases or say --yes\n",
            sys.stdout,
        )
        return WRONG
    _write([rewrite for blessing in can for rewrite in blessing.rewrites])
    say(f"{len(can)} of {len(wanted)} cases rewritten\n", sys.stdout)
    return FINE if len(can) == len(wanted) else WRONG


def _told(wanted: Iterable[Blessing]) -> Iterable[str]:
    for blessing in wanted:
        name = shown(Path(blessing.place.source.name))
        yield f"{name}:{blessing.place.line}: “{blessing.name}”\n"
        for each in blessing.rewrites:
            yield f"  {each.what}: {each.old} → {each.new}\n"
            if each.old.lstrip("-") in blessing.name:
                yield f"  its sentence says {each.old.lstrip('-')}: read it\n"
        if blessing.refusal:
            yield f"  left as it is: {blessing.refusal}\n"


def _write(rewrites: Iterable[Rewrite]) -> None:
    by_file: dict[str, list[Rewrite]] = {}
    for each in rewrites:
        by_file.setdefault(each.place.source.name, []).append(each)
    for name, in_file in by_file.items():
        written(Path(name), rewritten(Path(name), in_file))
