"""How long a save takes in the process of ``generator dev``, from the file to the text of its new page."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Final, override

from generator.dev.background_check import BackgroundCheck
from generator.dev.session import Session
from generator.standing import BuildOptions
from tests.bench.rows import Row

ROUNDS: Final = 5


class Checkless(BackgroundCheck):
    """No check: a save is measured alone."""

    @override
    def start(self, policy_data: Path, then: Callable[[str], None]) -> None:
        pass


def begun(options: BuildOptions) -> Session:
    """A session whose files have all been read once."""
    session = Session(options, Checkless())
    session.saved(())
    return session


def saved(
    name: str, session: Session, page: str, file: Path, more: str, *, limit: float | None
) -> Row:
    """Puts more, with the number of the turn in its braces, at the end of a file, several times; medians."""
    used: list[tuple[float, float]] = []
    for turn in range(ROUNDS):
        append(file, more.format(turn))
        start, ticks = perf_counter(), process_time()
        session.saved([file])
        session.file(page)
        used.append((process_time() - ticks, perf_counter() - start))
    return Row(
        name=name,
        processor=median(each for each, _ in used),
        clock=median(each for _, each in used),
        limit=limit,
        by_clock=True,
    )


def append(file: Path, more: str) -> None:
    """Puts more at the end of a file."""
    with file.open("a", encoding="utf-8") as end:
        end.write(more)
