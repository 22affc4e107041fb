"""Which policies lie in a folder, and where in the site the pages of each stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, DataErrors, Diagnostic, Note, Place, Source
from generator.loading.checklist import CONDITIONS
from generator.loading.disk_folder import DiskFolder
from generator.loading.file_reader import FileReader
from generator.policy.checklist import ChecklistFile
from generator.policy.policy_file import PolicyFile
from generator.reading.kept_trees import KeptTrees

_FILE: Final = "policy.yaml"
DECIDING: Final = frozenset({_FILE, CONDITIONS})
"""The names of the files that ``policies_in`` goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPolicy:
    """A policy's folder, what messages call it, and its place."""

    code: str
    folder: Path
    shown: str
    is_checklist: bool = False
    """Whether it gives no points and has conditions alone."""
    place: str = ""
    """What stands before the addresses of its pages, such as ``toy-town/``; empty at the root of the site."""


def policies_in(folder: Path, shown: str, cache: Path | None = None) -> tuple[PlacedPolicy, ...]:
    """The policy of a folder, or all of a folder of policies: the one at the root first, then by code.

    One alone is at the root. A folder without any stands for itself, for the reading to say what is missing.
    Raises DataErrors where two have the same code or two want to be at the root.
    """
    inside = [] if (folder / _FILE).exists() else sorted(folder.glob(f"*/{_FILE}"))
    if len(inside) <= 1:
        only = inside[0].parent if inside else folder
        name = f"{shown}/{only.name}" if inside else shown
        return (_placed(only, name, cache)[0],)
    found = [_placed(file.parent, f"{shown}/{file.parent.name}", cache) for file in inside]
    at_root = [policy for policy, is_at_root in found if is_at_root]
    if len(at_root) > 1:
        raise _clash(at_root, Code.DISAGREES, "only one policy can be at_root")
    placed = [policy for policy, _ in found if policy not in at_root]
    by_code = sorted((*at_root, *placed), key=lambda each: each.code)
    for one, other in pairwise(by_code):
        if one.code == other.code:
            raise _clash((one, other), Code.DUPLICATE_CODE, f"two policies are called {one.code}")
    return (*at_root, *(_below(policy) for policy in by_code if policy not in at_root))


def _placed(folder: Path, shown: str, cache: Path | None) -> tuple[PlacedPolicy, bool]:
    """The policy of a folder, at the root; and whether it says that it has to be there."""
    reader = FileReader(KeptTrees(cache), frozenset(), only_scoring=True)
    root = DiskFolder(folder, shown)
    is_checklist = CONDITIONS in root.files
    file: PolicyFile | ChecklistFile | None
    if is_checklist:
        file = reader.table(root, _FILE, ChecklistFile, "the policy").value
    else:
        file = reader.table(root, _FILE, PolicyFile, "the policy").value
    code = folder.name if file is None else file.code
    policy = PlacedPolicy(code=code, folder=folder, shown=shown, is_checklist=is_checklist)
    return policy, isinstance(file, PolicyFile) and file.at_root


def _below(policy: PlacedPolicy) -> PlacedPolicy:
    return replace(policy, place=f"{policy.code}/")


def _clash(policies: Sequence[PlacedPolicy], code: Code, message: str) -> DataErrors:
    first, second, *_ = policies
    return DataErrors(
        [
            Diagnostic(
                code=code,
                place=_place(second),
                message=message,
                notes=(Note(place=_place(first), text="the other one"),),
            )
        ]
    )


def _place(policy: PlacedPolicy) -> Place:
    return Place(source=Source(f"{policy.shown}/{_FILE}"))
