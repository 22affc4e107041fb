"""The mutants that may survive, each with the reason, as ``survivors.yaml`` lists them."""

import re
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

LIST: Final = Path(__file__).with_name("survivors.yaml")

_LISTED: Final = re.compile(r"(?P<path>\S+\.py):\d+: (?P<name>.+)")


def excused() -> dict[tuple[str, str], str]:
    """Return the reasons by the path and the name of the mutant."""
    listed = YAML(typ="safe", pure=True).load(LIST) or {}
    return {
        (path, name): entry["because"]
        for path, entries in listed.items()
        for entry in entries
        for name in entry["mutants"]
    }


def listed_in(text: str) -> set[tuple[str, str]]:
    """Return the paths and names of the mutants that a run lists."""
    return {(match["path"], match["name"]) for match in _LISTED.finditer(text)}
