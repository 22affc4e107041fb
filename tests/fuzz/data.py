"""Puts slips into policy folders by the thousand: ``make fuzz-data``.

The check must answer each tree with messages that have a place, never with a traceback, in seconds; a tree that it lets
pass must mean the same scores. One tree in fifty is the shipped policy, the others are the toy one with its guide, which is quick.
Seeds that found a fault are kept in ``seeds/data.txt``, and tried again first.
"""

import argparse
import random
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from generator import paths
from generator.checking import check
from generator.diagnostics import Severity, render_all
from tests.checking.meaning import meaning
from tests.diagnostics.patching import TOY_GUIDE, TOY_POLICY
from tests.fuzz.trees import any_slip
from tests.shipped import SHIPPED_POLICY

KEPT = Path(__file__).parent / "seeds" / "data.txt"
SHIPPED = SHIPPED_POLICY
LONGEST = 20.0
"""Seconds of processor time that a check may take."""
_SHIPPED_ONE_IN = 50
_TOLD_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How the check took one tree; ``fault`` is empty where it did as it should."""

    seed: int
    what: str
    was_refused: bool
    fault: str


def main() -> int:
    """Tries the kept seeds and so many new ones; 1 where one shows a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=None, help="processes; default: one a core")
    given = parser.parse_args()
    seeds = [*kept_seeds(), *range(given.first, given.first + given.trees)]
    faults, counted = 0, Counter[str]()
    with ProcessPoolExecutor(given.jobs) as pool:
        for tried in pool.map(try_seed, seeds, chunksize=25):
            counted["refused" if tried.was_refused else "passed"] += 1
            if tried.fault:
                faults += 1
                print(f"seed {tried.seed}: {tried.what}\n{tried.fault}", flush=True)
            if counted.total() % _TOLD_EVERY == 0:
                print(f"{counted.total()} of {len(seeds)}, {faults} faults", flush=True)
    print(
        f"{len(seeds)} trees: {counted['refused']} refused, {counted['passed']} passed, {faults} faults"
    )
    return 1 if faults else 0


def kept_seeds() -> list[int]:
    """The seeds that found a fault once."""
    lines = KEPT.read_text("utf-8").splitlines()
    return [int(line.split()[0]) for line in lines if line and not line.startswith("#")]


def try_seed(seed: int) -> Tried:
    """Makes the tree of a seed, checks it and judges the answer."""
    randomness = random.Random(seed)
    is_shipped = not randomness.randrange(_SHIPPED_ONE_IN)
    with TemporaryDirectory(prefix="hujifen-fuzz-") as folder:
        policy = Path(folder) / "policy"
        _copy(policy, is_shipped=is_shipped)
        made = any_slip(policy, randomness)
        judged = partial(Tried, seed=seed, what=f"{'shipped' if is_shipped else 'toy'}, {made}")
        start = process_time()
        try:
            found = check(policy, shown="policy", cache=paths.CACHE)
            text = render_all(found)
            refused = any(each.severity is Severity.ERROR for each in found)
            fault = "".join(_faults(text, process_time() - start))
            if not refused and meaning(policy) != _sound_meaning(is_shipped=is_shipped):
                fault += "it passes, and other scores come out\n"
        except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
            return judged(was_refused=False, fault=traceback.format_exc())
        return judged(was_refused=refused, fault=fault)


def _faults(text: str, seconds: float) -> Iterator[str]:
    if "Traceback" in text:
        yield f"words of Python: {text}\n"
    if seconds > LONGEST:
        yield f"{seconds:.1f} s of processor time\n"


def _copy(policy: Path, *, is_shipped: bool) -> None:
    shutil.copytree(SHIPPED if is_shipped else TOY_POLICY, policy)
    if not is_shipped:
        shutil.copytree(TOY_GUIDE, policy / "guide")


@cache
def _sound_meaning(*, is_shipped: bool) -> object:
    with TemporaryDirectory() as folder:
        policy = Path(folder) / "policy"
        _copy(policy, is_shipped=is_shipped)
        return meaning(policy)


if __name__ == "__main__":
    sys.exit(main())
