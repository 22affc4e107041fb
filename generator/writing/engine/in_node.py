"""Workers of the site, started in node as a browser would start them."""

import os
from collections.abc import Mapping, Sequence
from json import dumps, loads
from pathlib import Path
from typing import Final

from generator.writing.engine.inside import SCRIPTS, script_text
from generator.writing.engine.toolchain import Toolchain

SCRIPT: Final = "open_site.mjs"
WORKER: Final = "browser_worker.mjs"


def scripts_in_node() -> tuple[str, str]:
    """The text of the scripts that do it: part of the key of what is kept of it."""
    return script_text(SCRIPT), script_text(WORKER)


def hosted_worker(site: Path, address: str) -> dict[str, object]:
    """A worker of the site, as the script in node opens it."""
    file = site / address
    return {
        "name": address,
        # Its bytes are UTF-8 in a locale that can't read it, too.
        "file": os.fsencode(file.resolve()).decode(errors="surrogateescape"),
        "script": file.read_text(encoding="utf-8"),
    }


def answers_in_node(
    toolchain: Toolchain,
    engines: Sequence[Mapping[str, object]],
    calls: Sequence[tuple[str, str]],
    *,
    doing: str = "opening the finished site in node",
) -> dict[str, list[str]]:
    """What each of the workers, started in node, answers to calls (method, request), by its name.

    Raises EngineBuildError with what a worker says of its failure; ``doing`` says for it what this was for.
    """
    plain = [{"method": method, "text": text} for method, text in calls]
    printed = toolchain.run_node(
        [str(SCRIPTS / SCRIPT)],
        doing=doing,
        given=dumps({"engines": engines, "calls": plain}),
    )
    answers: dict[str, list[str]] = loads(printed)
    return answers
