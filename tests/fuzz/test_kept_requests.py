"""Every request that the fuzz found too costly once, and the worst of each kind, stays within the bounds."""

from pathlib import Path

import pytest

from generator.scorer import METHODS
from tests.frozen_policy import frozen_text
from tests.fuzz.costly import MOST_BYTES, MOST_SECONDS, cost_of

KEPT = sorted((Path(__file__).parent / "seeds" / "requests").glob("*.json"))


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_a_kept_request_is_answered_within_the_bounds(file: Path) -> None:
    cost = cost_of(frozen_text(), file.stem.partition("-")[0], file.read_text("utf-8"))
    assert not cost.is_refused
    assert cost.seconds <= MOST_SECONDS
    assert cost.bytes <= MOST_BYTES


def test_each_method_that_the_browser_knows_has_a_kept_request() -> None:
    assert {file.stem.partition("-")[0] for file in KEPT} == set(METHODS)
