"""That all cases came true and every edge is held, kept by the rules and cases it was found of.

Trying each figure one higher and one lower is most of a check, and most edits touch neither a rule nor a case.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.checking.running import Runnable
from generator.diagnostics import Diagnostic
from generator.kept import keep, key_of, recall
from generator.standing import code_key


def unless_kept(
    run: Runnable, cache: Path | None, find: Callable[[], Iterable[Diagnostic]]
) -> tuple[Diagnostic, ...]:
    """What ``find`` finds; nothing, without asking it, where it found nothing before of the same rules and cases."""
    if cache is None:
        return tuple(find())
    folder, key = cache / "held", _key(run)
    if recall(folder, "held", key) is not None:
        return ()
    found = tuple(find())
    if not found:
        keep(folder, "held", key, b"")
    return found


def _key(run: Runnable) -> str:
    return key_of(
        code_key(),
        json.dumps(run.document, ensure_ascii=False),
        [repr((each.view.name, each.all_cases)) for each in run.editions],
        [repr(placed.case) for each in run.editions for placed in each.cases],
    )
