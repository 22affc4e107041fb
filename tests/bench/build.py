"""What a build costs, and how soon a saved file is on its page: ``python -m tests.bench.build``.

Prints a table; with ``--write`` it goes into ``docs/performance.md`` as well. A row that misses its limit makes it fail. The
data and the templates are copies: nothing of the checkout is changed.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final, override

from generator import paths
from generator.dev.background_check import BackgroundCheck
from generator.dev.session import Session
from generator.standing import BuildOptions
from tests.bench.report import write

ROUNDS: Final = 5
HEAD: Final = "| | processor | by the clock | limit |\n|---|---|---|---|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Seconds of the processor and of the clock; the limit is the former's for builds, the latter's for saves."""

    name: str
    processor: float
    clock: float
    limit: float
    is_save: bool = False

    @property
    def misses(self) -> bool:
        """Whether it took longer than it may."""
        return (self.clock if self.is_save else self.processor) > self.limit

    @override
    def __str__(self) -> str:
        return f"| {self.name} | {self.processor:.2f} s | {self.clock:.2f} s | ≤ {self.limit} s |"


class Checkless(BackgroundCheck):
    """No check: a save is measured alone."""

    @override
    def start(self, policy_data: Path, then: Callable[[str], None]) -> None:
        pass


def builds(data: Path, folder: Path) -> Iterator[Row]:
    """Builds one after the other, each in a process of its own, which may keep its compiled modules as usual."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def build(name: str, limit: float) -> Row:
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        command = [sys.executable, "-m", "generator", "build", "--policy-data", str(data)]
        subprocess.run(
            [*command, "--dist", str(folder / "dist")], cwd=paths.PROJECT, env=usual, check=True
        )
        after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter() - begun
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Row(name=name, processor=used, clock=clock, limit=limit)

    build("first", 0)
    yield build("build, nothing changed", 1)
    _append(text_of(data), "\n这一句是刚才写的。\n")
    yield build("build, a changed text", 1.5)
    questions = data / "questions.yaml"
    said = questions.read_text(encoding="utf-8")
    questions.write_text(said.replace("label: ", "label: 请问，", 1), encoding="utf-8")
    yield build("build, a changed question: engines too", 4)


def saves(data: Path, templates: Path) -> Iterator[Row]:
    """From the save to the new page, in the process of ``generator dev``, which makes no engine on a save; medians."""
    options = BuildOptions(policy_data=data, templates=templates, with_engine=False)
    session = Session(options, Checkless())
    session.saved(())
    sheet = next((templates / "assets" / "css").glob("*.css"))
    layout = templates / "layouts" / "page.html.j2"
    rule = next(data.glob("editions/*/indicators/base/age.yaml"))
    for name, file, more in (
        ("YAML", rule, "# {}\n"),
        ("Markdown", text_of(data), "\n第 {} 句。\n"),
        ("template", layout, "<!-- {} -->\n"),
        ("style", sheet, ".a{} {{ color: red }}\n"),
    ):
        used: list[tuple[float, float]] = []
        for turn in range(ROUNDS):
            _append(file, more.format(turn))
            begun, ticks = perf_counter(), process_time()
            session.saved([file])
            session.file("indicators/age.html")
            used.append((process_time() - ticks, perf_counter() - begun))
        yield Row(
            name=f"dev, a saved {name}",
            processor=median(each for each, _ in used),
            clock=median(each for _, each in used),
            limit=0.3,
            is_save=True,
        )


def text_of(data: Path) -> Path:
    """The text about age of the latest edition that has one."""
    return max(data.glob("editions/*/texts/age.md"))


def _append(file: Path, more: str) -> None:
    with file.open("a", encoding="utf-8") as end:
        end.write(more)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; with ``--builds`` or ``--saves`` only that part."""
    rows: list[Row] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        data = shutil.copytree(paths.POLICY_DATA / "shanghai-points", folder / "data")
        templates = shutil.copytree(paths.SITE_TEMPLATES, folder / "templates")
        if "--builds" not in arguments:
            rows += saves(data, templates)
        if "--saves" not in arguments:
            rows += builds(data, folder)
    table = "\n".join((HEAD, *map(str, rows)))
    print(table)
    if "--write" in arguments:
        write(table, "build")
    missed = [row.name for row in rows if row.misses]
    for each in missed:
        print(f"misses its limit: {each}", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
