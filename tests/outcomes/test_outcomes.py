"""Whole answers are what they were; where a change is meant, ``make outcomes`` writes them anew."""

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from generator.checking import check
from tests.diagnostics.patching import changed_policy
from tests.outcomes.answers import outcomes
from tests.outcomes.people import EVERY_KIND, HERE

KEPT = sorted(file.relative_to(HERE).as_posix() for file in HERE.rglob("*.json"))
MOST_LINES = 60
LARGEST = 1_000_000


@pytest.fixture(scope="module")
def now() -> Mapping[str, str]:
    return outcomes()


@pytest.mark.parametrize("path", KEPT)
def test_the_answers_are_what_they_were(path: str, now: Mapping[str, str]) -> None:
    kept = (HERE / path).read_text("utf-8")
    text = now.get(path, "")
    if text != kept:
        lines = list(unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", "", "", 2))
        more = len(lines) - MOST_LINES
        pytest.fail(
            f"tests/outcomes/{path} is not what the engine says now.\n"
            "If the change is meant, run `make outcomes` and read the diff.\n\n"
            + "\n".join(lines[:MOST_LINES])
            + (f"\n… and {more} more lines" if more > 0 else ""),
            pytrace=False,
        )


def test_every_answer_is_kept(now: Mapping[str, str]) -> None:
    new = sorted(set(now) - set(KEPT))
    assert not new, "Run `make outcomes`: these files are not kept yet."


def test_the_files_stay_small_enough_to_read() -> None:
    assert [path for path in KEPT if (HERE / path).stat().st_size > LARGEST] == []


def test_the_policy_with_every_kind_is_checked_like_any_other(tmp_path: Path) -> None:
    assert check(changed_policy(HERE / EVERY_KIND, tmp_path)) == ()
