"""The rows of the benchmarks of builds: seconds of the processor and of the clock beside a limit for one of them."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final, override

from generator import paths

HEAD: Final = "| | processor | by the clock | limit |\n|---|---|---|---|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Seconds; the limit, where there is one, is the clock's with ``by_clock``, else the processor's."""

    name: str
    processor: float
    clock: float
    limit: float | None = None
    by_clock: bool = False

    @property
    def misses(self) -> bool:
        """Whether it took longer than it may."""
        taken = self.clock if self.by_clock else self.processor
        return self.limit is not None and taken > self.limit

    @override
    def __str__(self) -> str:
        which = " by the clock" if self.by_clock else ""
        limit = "" if self.limit is None else f"≤ {self.limit:g} s{which}"
        return f"| {self.name} | {self.processor:.2f} s | {self.clock:.2f} s | {limit} |"


def build(
    name: str, data: Path, room: Path, *, limit: float | None = None, by_clock: bool = False
) -> Row:
    """A build of the data in a process of its own, which may keep its compiled modules as usual.

    What it makes and keeps goes into folders of ``room``.
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    command = [sys.executable, "-m", "generator", "build", "--policy-data", str(data)]
    folders = ["--dist", str(room / "dist"), "--cache", str(room / "cache")]
    subprocess.run(
        [*command, *folders], cwd=paths.PROJECT, env=usual, check=True, stdout=subprocess.DEVNULL
    )
    after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter() - begun
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Row(name=name, processor=used, clock=clock, limit=limit, by_clock=by_clock)


def table(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown."""
    return "\n".join((HEAD, *map(str, rows)))
