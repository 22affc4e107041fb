"""Trees that are kept are those that parsing gives, and what can't be kept or read again is parsed."""

from pathlib import Path

import pytest

from generator.reading import TextFile, parse_yaml, read_text
from generator.reading import kept_trees as module
from generator.reading.kept_trees import KeptTrees
from tests.diagnostics.patching import TOY_POLICY


def text_of(file: Path, name: str = "a.yaml") -> TextFile:
    text, _ = read_text(file, name)
    assert text is not None
    return text


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing fails from here on."""

    def fail(_: TextFile) -> None:
        raise AssertionError

    monkeypatch.setattr(module, "parse_yaml", fail)


def test_every_tree_comes_back_with_its_places(tmp_path: Path) -> None:
    files = [text_of(file, file.name) for file in TOY_POLICY.rglob("*.yaml")]
    first = [KeptTrees(tmp_path).parse(file) for file in files]
    assert first == [KeptTrees(tmp_path).parse(file) for file in files]
    assert first == [parse_yaml(file) for file in files]


def test_half_a_character_that_a_file_writes_by_its_number_is_refused_in_its_place(
    tmp_path: Path,
) -> None:
    file = tmp_path / "half.yaml"
    file.write_text('title: "\\ud800"\n', "utf-8")
    _, (mistake,) = KeptTrees(tmp_path).parse(text_of(file))
    assert (mistake.place.line, mistake.place.column) == (1, 8)
    assert "half a character" in mistake.message


def test_a_file_that_was_read_before_is_not_parsed_again(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = text_of(TOY_POLICY / "people.yaml")
    before = KeptTrees(tmp_path).parse(file)
    request.getfixturevalue("unparsed")
    renamed = text_of(TOY_POLICY / "people.yaml", "b.yaml")
    node, mistakes = KeptTrees(tmp_path).parse(renamed)
    assert node is not None
    assert before[0] is not None
    assert (node.place.source.name, node.place.line) == ("b.yaml", before[0].place.line)
    assert mistakes == ()


def test_mistakes_are_found_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("a: 1\na: 2\n", "utf-8")
    kept = tmp_path / "kept"
    assert KeptTrees(kept).parse(text_of(file)) == KeptTrees(kept).parse(text_of(file))
    assert KeptTrees(kept).parse(text_of(file))[1]


def test_a_spoilt_tree_is_made_anew(tmp_path: Path) -> None:
    file = text_of(TOY_POLICY / "glossary.yaml")
    KeptTrees(tmp_path).parse(file)
    (tree,) = tmp_path.rglob("*-tree")
    tree.write_bytes(tree.read_bytes().replace(b"points", b"pints"))
    assert KeptTrees(tmp_path).parse(file) == parse_yaml(file)


def test_where_nothing_can_be_written_files_are_parsed(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    file = text_of(TOY_POLICY / "glossary.yaml")
    assert KeptTrees(blocked).parse(file) == parse_yaml(file)
