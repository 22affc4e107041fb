"""Random slips in the data: the check never crashes, and notices all that changes what is scored.

``CHECK_MUTATIONS=2000`` tries more of them; the seed is in the name of a failing test.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from generator.checking import check
from generator.diagnostics import DataErrors, Severity, render_all
from generator.loading import load, load_scoring_text
from tests.checking.meaning import meaning
from tests.checking.mutating import Slip, slip
from tests.diagnostics.patching import TOY_POLICY

SEEDS = range(int(os.environ.get("CHECK_MUTATIONS", "40")))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slip_that_changes_scoring_is_noticed(seed: int, tmp_path: Path) -> None:
    policy = tmp_path / "toy"
    shutil.copytree(TOY_POLICY, policy)
    made = slip(policy, random.Random(seed))
    found = check(policy, shown="toy")
    render_all(found)
    if not any(each.severity is Severity.ERROR for each in found):
        assert meaning(policy) == meaning(TOY_POLICY), made


def test_several_slips_at_once_are_reported_without_a_crash(tmp_path: Path) -> None:
    randomness = random.Random(11)
    policy = tmp_path / "toy"
    shutil.copytree(TOY_POLICY, policy)
    made: list[Slip] = []
    for _ in range(12):
        made.append(slip(policy, randomness))
        render_all(check(policy, shown="toy"))
    broken = {each.place.source.name for each in check(policy, shown="toy")}
    assert len(broken) > 3, made


def test_loading_broken_files_raises_all_their_mistakes(tmp_path: Path) -> None:
    policy = tmp_path / "toy"
    shutil.copytree(TOY_POLICY, policy)
    for name in ("readings.yaml", "questions.yaml"):
        (policy / name).write_text("a: [", "utf-8")
    with pytest.raises(DataErrors) as everything:
        load(policy)
    with pytest.raises(DataErrors) as scoring:
        load_scoring_text(policy)
    assert len(everything.value.diagnostics) == len(scoring.value.diagnostics) == 2
