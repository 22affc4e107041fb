"""A file of the shipped policy that is no YAML is told alone: nothing is said that only follows from it."""

import shutil
from pathlib import Path

import pytest

from generator import paths
from generator.checking import check
from tests.shipped import SHIPPED_POLICY

FILES = (
    "editions/2015-07-01/edition.yaml",
    "editions/2018-01-01/edition.yaml",
    "editions/2023-01-01/edition.yaml",
    "editions/2015-07-01/indicators/base/title.yaml",
    "editions/2015-07-01/conditions/permit_valid.yaml",
    "editions/2015-07-01/cases/remote_area.yaml",
    "facts.yaml",
    "yardsticks.yaml",
    "guide/faq.yaml",
)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A copy of the shipped policy."""
    return shutil.copytree(SHIPPED_POLICY, tmp_path / "policy")


@pytest.mark.parametrize("name", FILES)
def test_a_bracket_that_is_not_closed_is_one_mistake(policy: Path, name: str) -> None:
    file = policy / name
    file.write_text(f"{file.read_text('utf-8')}odd: [\n", encoding="utf-8")
    found = check(policy, shown="policy", cache=paths.CACHE)
    assert [(each.code.id, each.place.source.name) for each in found] == [
        ("P106", f"policy/{name}")
    ]


def test_an_edition_without_its_file_is_one_mistake(policy: Path) -> None:
    (policy / FILES[1]).unlink()
    found = check(policy, shown="policy", cache=paths.CACHE)
    assert [(each.code.id, each.place.source.name) for each in found] == [
        ("P101", f"policy/{FILES[1]}")
    ]
