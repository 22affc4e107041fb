"""The two sides of a comparison: the data in a folder, in a checkout, or in a commit."""

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from generator.loading import policy_text, read_policy_folder
from generator.loading.model import PolicyText

_INSIDE = "*/policy.yaml"


class NoSuchSideError(Exception):
    """Neither a folder with a policy nor a commit; the message says what was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says, under the name that it was asked for by."""

    name: str
    policy: PolicyText


def side(name: str, policy_data: Path, room: Path, cache: Path) -> Side:
    """The side of that name; a commit is one of the repository that ``policy_data`` lies in, unpacked in ``room``.

    Raises NoSuchSideError, and DataErrors for data that can't be read.
    """
    is_folder = Path(name).exists()
    folder = (
        _folder(Path(name), policy_data.name) if is_folder else _commit(name, policy_data, room)
    )
    shown = name if is_folder else f"{name}:{folder.name}"
    return Side(name=name, policy=policy_text(read_policy_folder(folder, shown, cache=cache)))


def _folder(given: Path, name: str) -> Path:
    """The policy in a folder: the folder itself, or one in it or in a checkout: that of the ``name`` where there are several."""
    if (given / "policy.yaml").exists():
        return given
    for place in (given, given / "policy_data"):
        inside = [file.parent for file in place.glob(_INSIDE)]
        named = [folder for folder in inside if folder.name == name]
        if len(named) == 1 or len(inside) == 1:
            return (named or inside)[0]
    raise NoSuchSideError(f"there is no policy in {given}, or more than one: name its folder")


def _commit(name: str, policy_data: Path, room: Path) -> Path:
    top = Path(_git(policy_data, "rev-parse", "--show-toplevel").decode().strip())
    inside = policy_data.resolve().relative_to(top.resolve()).as_posix()
    try:
        commit = _git(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except NoSuchSideError:
        raise NoSuchSideError(f"{name} is neither a folder nor a commit") from None
    packed = _git(top, "archive", commit.decode().strip(), inside)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(room, filter="data")
    return room / inside


def _git(where: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(where), *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise NoSuchSideError(f"git can't be run: {error}") from error
    if done.returncode:
        raise NoSuchSideError(done.stderr.decode("utf-8", "replace").strip() or "git says no")
    return done.stdout
