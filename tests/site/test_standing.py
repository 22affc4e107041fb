"""A build of what has not changed does nothing; whatever has changed, in sources or output, makes it build."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.mark import MARK, mark_of
from generator.standing import BuildOptions, BuildReport, inputs_key, remember, standing
from generator.writing.publish import publish
from tests.cli.running import TOY_POLICY

REPORT = BuildReport(pages=1, files=2, bytes=3)
FILES = {"index.html": b"old", "a/b.js": b"1"}


@pytest.fixture
def options(tmp_path: Path) -> BuildOptions:
    """Options of a build that was made."""
    policy = shutil.copytree(TOY_POLICY, tmp_path / "policy")
    made = BuildOptions(policy_data=policy, dist=tmp_path / "dist", cache=tmp_path / "cache")
    publish(FILES, made.dist)
    remember(made, inputs_key(made), REPORT)
    return made


def test_what_has_not_changed_stands(options: BuildOptions) -> None:
    assert standing(options, inputs_key(options)) == REPORT


@pytest.mark.parametrize("name", ["policy.yaml", "pages/steps.md", "new.yaml"])
def test_a_changed_source_is_built(options: BuildOptions, name: str) -> None:
    with (options.policy_data / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert standing(options, inputs_key(options)) is None


def test_other_options_are_another_build(options: BuildOptions, tmp_path: Path) -> None:
    for other in (
        replace(options, base_url="https://example.org"),
        replace(options, with_engine=False),
        replace(options, with_gallery=True),
        replace(options, first_gear=False),
        replace(options, templates=tmp_path),
    ):
        assert inputs_key(other) != inputs_key(options)
    elsewhere = replace(options, shown="elsewhere", cache=tmp_path)
    assert inputs_key(elsewhere) == inputs_key(options)


def test_an_output_that_was_altered_is_built(options: BuildOptions) -> None:
    key = inputs_key(options)
    (options.dist / "a/b.js").write_bytes(b"2")
    assert standing(options, key) is None
    (options.dist / "a/b.js").unlink()
    assert standing(options, key) is None
    shutil.rmtree(options.dist)
    assert standing(options, key) is None


def test_an_output_of_another_build_is_built(options: BuildOptions) -> None:
    (options.dist / MARK).write_bytes(mark_of({"index.html": b"old"}))
    assert standing(options, inputs_key(options)) is None


def test_of_each_output_the_last_build_alone_is_kept(options: BuildOptions) -> None:
    with (options.policy_data / "policy.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    remember(options, inputs_key(options), replace(REPORT, pages=2))
    assert standing(options, inputs_key(options)) == replace(REPORT, pages=2)
    assert [file.name for file in options.cache.iterdir()] == ["standing"]
    assert len(list((options.cache / "standing").iterdir())) == 1
