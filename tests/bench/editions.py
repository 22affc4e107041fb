"""What fifteen editions of the shipped policy cost beside those of today: builds from an empty cache and of a changed text."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from generator import paths
from tests.bench.rows import Row, build

EDITIONS: Final = 15
MOST: Final = 1.5
"""Times what three cost."""
CHECKED: Final = "2026-11-24"


def editions(folder: Path) -> Iterator[Row]:
    """The editions of today, then fifteen; limits are what today's cost, times 1.5."""
    rooms = [folder / "few", folder / "many"]
    few, many = (
        shutil.copytree(paths.POLICY_DATA / "shanghai-points", room / "data") for room in rooms
    )
    add_editions(many)
    for what in ("cold", "a changed text"):
        before = build(f"three editions, {what}", few, rooms[0])
        yield before
        limit = round(MOST * before.processor, 2)
        yield build(f"{EDITIONS} editions, {what}", many, rooms[1], limit=limit)
        for data in (few, many):
            text = data / "editions" / "2023-01-01" / "texts" / "age.md"
            text.write_text(f"{text.read_text('utf-8')}\n这一句是刚才写的。\n", encoding="utf-8")


def add_editions(data: Path) -> None:
    """Announces one edition a year behind the last until there are fifteen, each taking over all of the one before."""
    scored = [
        file.parent.name
        for file in sorted((data / "editions").glob("*/edition.yaml"))
        if "scored: false" not in file.read_text("utf-8")
    ]
    last = scored[-1]
    first_year = 2028
    years = range(first_year, first_year + EDITIONS - len(scored))
    for before, new in pairwise([last, *(f"{year}-01-01" for year in years)]):
        generator("edition", "new", new, "--based-on", before, "--policy-data", str(data))
        for name in (f"editions/{new}/edition.yaml", "sources.yaml", "guide/changelog.yaml"):
            fill(data / name, new[:4])
    said = generator("check", "--policy-data", str(data), fails=True)
    found = re.search(r"figures: (\w+)", said)
    if found:
        changes = data / "guide" / "changelog.yaml"
        text = changes.read_text("utf-8")
        day = f"  on: {CHECKED}\n"
        changes.write_text(text.replace(day, f"{day}  figures: {found[1]}\n", 1), encoding="utf-8")


def fill(file: Path, year: str) -> None:
    """Puts something into each blank that the scaffold leaves in a file."""
    text = file.read_text("utf-8").replace("to: 待填", f"to: {year}-12-31")
    for key in ("checked_on", "on"):
        text = text.replace(f" {key}: 待填", f" {key}: {CHECKED}")
    file.write_text(text.replace("待填", f"试写 {year}"), encoding="utf-8")


def generator(*arguments: str, fails: bool = False) -> str:
    """What a command of the generator says."""
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(
        command, cwd=paths.PROJECT, capture_output=True, text=True, check=not fails
    )
    return done.stdout + done.stderr
