"""Sites of 10, 100 and 300 policies of ten indicators: what a build costs, a save in `make dev`, and the bytes of each.

The policies are the toy under other names, the first of them with a single file, the others without: that file is the
engine over again, some 6 MB.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.standing import BuildOptions
from tests.bench.rows import Row, build
from tests.bench.saves import begun, saved
from tests.policies import policies as toys

SIZES: Final = (10, 100, 300)
MOST_BYTES: Final = 2_000_000
COLD: Final = 120
UNCHANGED: Final = 5
SAVED: Final = 0.5
HASH: Final = re.compile(r"\.[0-9a-f]{12}(?=\.)")


def policies(folder: Path) -> Iterator[Row]:
    """Each size from an empty cache, then with nothing changed, then a save; the limits are those of the largest."""
    for size in SIZES:
        room = folder / str(size)
        data = written(room / "data", size)
        is_largest = size == SIZES[-1]
        cold = build(
            f"{size} policies, cold", data, room, limit=COLD if is_largest else None, by_clock=True
        )
        yield cold
        yield build(
            f"{size} policies, nothing changed",
            data,
            room,
            limit=UNCHANGED if is_largest else None,
            by_clock=True,
        )
        yield saved(
            f"{size} policies, dev, a saved text",
            begun(BuildOptions(policy_data=data, with_engine=False)),
            "town-003/indicators/age.html",
            data / "town-003" / "editions" / "2022-01-01" / "texts" / "age.md",
            "\n第 {} 句。\n",
            limit=SAVED if is_largest else None,
        )
        each = bytes_of_each(room / "dist", size)
        print(
            f"{size} policies: {each / 1_000_000:.2f} MB each, at most {MOST_BYTES / 1_000_000:g}"
        )
        assert each <= MOST_BYTES
        shutil.rmtree(room)


def written(folder: Path, size: int) -> Path:
    """The data of so many policies."""
    codes = [f"town-{number:03}" for number in range(size)]
    toys(folder, *codes)
    for code in codes[1:]:
        file = folder / code / "policy.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}single_file: false\n", encoding="utf-8")
    return folder


def bytes_of_each(dist: Path, size: int) -> float:
    """Bytes that a policy without a single file adds: its folder, and what each policy has of its own beside the engine."""
    last = f"town-{size - 1:03}"
    alone = sum(file.stat().st_size for file in (dist / last).rglob("*") if file.is_file())
    by_name: dict[str, list[int]] = {}
    for file in (dist / "assets").rglob("*"):
        if file.is_file():
            plain = HASH.sub("", file.relative_to(dist).as_posix())
            by_name.setdefault(plain, []).append(file.stat().st_size)
    return alone + sum(sum(each) / size for each in by_name.values() if len(each) == size)
