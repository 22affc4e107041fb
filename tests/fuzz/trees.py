"""Random slips in whole policy folders: those of a tired editor in a file, odd contents, and what goes wrong with files."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.checking.mutating import Slip, slip
from tests.checking.test_odd_files import CONTENTS

_ODD = 25
"""How many of a hundred slips are not in the lines of a file."""


def any_slip(policy: Path, randomness: random.Random) -> Slip:
    """Changes one file or folder of the policy in one random way."""
    if randomness.randrange(100) >= _ODD:
        return slip(policy, randomness)
    name = randomness.choice(list(_ON_DISK))
    changed = _ON_DISK[name](policy, randomness)
    return Slip(what=name, file=changed.relative_to(policy).as_posix(), before=(), after=())


def _odd_content(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    file.write_bytes(CONTENTS[randomness.choice(list(CONTENTS))])
    return file


def _cut(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    content = file.read_bytes()
    file.write_bytes(content[: randomness.randrange(len(content) + 1)])
    return file


def _bytes(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    content = bytearray(file.read_bytes())
    for _ in range(randomness.randint(1, 8)):
        content[randomness.randrange(len(content))] = randomness.randrange(256)
    file.write_bytes(content)
    return file


def _swap(policy: Path, randomness: random.Random) -> Path:
    file, other = _file(policy, randomness), _file(policy, randomness)
    file.write_bytes(other.read_bytes())
    return file


def _remove_folder(policy: Path, randomness: random.Random) -> Path:
    folder = _folder(policy, randomness)
    shutil.rmtree(folder)
    return folder


def _empty_folder(policy: Path, randomness: random.Random) -> Path:
    folder = _folder(policy, randomness)
    shutil.rmtree(folder)
    folder.mkdir()
    return folder


def _link(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    file.unlink()
    file.symlink_to(randomness.choice(("nowhere", file.name, "/etc/hostname", "..")))
    return file


def _rename(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    renamed = file.with_name(
        randomness.choice((f"{file.name}~", f"x{file.name}", file.stem, "年龄.yaml"))
    )
    return file.rename(renamed)


def _folder_for_file(policy: Path, randomness: random.Random) -> Path:
    file = _file(policy, randomness)
    file.unlink()
    file.mkdir()
    return file


_ON_DISK: dict[str, Callable[[Path, random.Random], Path]] = {
    "odd content": _odd_content,
    "cut": _cut,
    "random bytes": _bytes,
    "content of another file": _swap,
    "remove folder": _remove_folder,
    "empty folder": _empty_folder,
    "link": _link,
    "rename": _rename,
    "folder in place of a file": _folder_for_file,
}


def _file(policy: Path, randomness: random.Random) -> Path:
    return randomness.choice(sorted(path for path in policy.rglob("*") if path.is_file()))


def _folder(policy: Path, randomness: random.Random) -> Path:
    return randomness.choice(sorted(path for path in policy.rglob("*") if path.is_dir()))
