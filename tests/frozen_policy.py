"""A policy that stays as it is, for the tests of the engine: a right change of the shipped data must fail none of them.

``frozen_policy.json`` is a scoring document, made of the shipped policy once. Only where the form of such documents
changes is it made anew: ``python -m tests.frozen_policy``. The tests then say which figures moved with it.
"""

from pathlib import Path
from typing import Final

from generator.loading import load_scoring_text
from generator.scorer import Scorer, load
from tests.outcomes.layout import exact, laid_out
from tests.shipped import SHIPPED_POLICY

FILE: Final = Path(__file__).with_suffix(".json")


def frozen_text() -> str:
    """Return the scoring document."""
    return FILE.read_text("utf-8")


def frozen_scorer() -> Scorer:
    """Return a scorer of the frozen policy."""
    return load(frozen_text())


if __name__ == "__main__":
    FILE.write_text(laid_out(exact(load_scoring_text(SHIPPED_POLICY))), "utf-8")
