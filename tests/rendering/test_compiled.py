"""Templates that are kept as they were compiled."""

from pathlib import Path

import pytest

from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import environment, load_words

SAYS = "{% if 'school.html' is in_the_site %}there{% else %}not there{% endif %}"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "messages").mkdir(parents=True)
    (folder / "messages" / "zh.yaml").write_text("site: {}\n", "utf-8")
    (folder / "page.html.j2").write_text(SAYS, "utf-8")
    return folder


def rendered(templates: Path, compiled: CompiledTemplates, *addresses: str) -> str:
    jinja = environment(templates, compiled)
    jinja.tests["in_the_site"] = addresses.__contains__
    return jinja.get_template("page.html.j2").render()


def test_a_template_that_one_policy_compiled_holds_for_another_with_other_pages(
    templates: Path, tmp_path: Path
) -> None:
    compiled = CompiledTemplates(tmp_path / "cache")
    assert rendered(templates, compiled, "school.html") == "there"
    assert rendered(templates, compiled) == "not there"
    assert rendered(templates, CompiledTemplates(tmp_path / "cache")) == "not there"


def test_a_changed_template_is_compiled_anew(templates: Path, tmp_path: Path) -> None:
    assert rendered(templates, CompiledTemplates(tmp_path / "cache")) == "not there"
    (templates / "page.html.j2").write_text("something else", "utf-8")
    assert rendered(templates, CompiledTemplates(tmp_path / "cache")) == "something else"


def test_an_unchanged_template_is_not_compiled_again(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(templates, CompiledTemplates(tmp_path / "cache"))
    monkeypatch.setattr("generator.rendering.compiled.keep", pytest.fail)
    assert rendered(templates, CompiledTemplates(tmp_path / "cache")) == "not there"


def test_a_damaged_kept_template_is_compiled_anew(templates: Path, tmp_path: Path) -> None:
    rendered(templates, CompiledTemplates(tmp_path / "cache"))
    pieces = list((tmp_path / "cache" / "templates").iterdir())
    assert pieces
    for piece in pieces:
        piece.write_bytes(piece.read_bytes()[:-7] + b"no code")
    assert rendered(templates, CompiledTemplates(tmp_path / "cache")) == "not there"


def test_the_words_of_the_interface_are_read_once_for_all_builds(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = templates / "messages" / "zh.yaml"
    words.write_text("greeting: 你好，{site}\n", "utf-8")
    cache = tmp_path / "cache"
    assert load_words(templates, "沪", CompiledTemplates(cache))["greeting"] == "你好，沪"
    with monkeypatch.context() as unread:
        unread.setattr("generator.rendering.environment.YAML", pytest.fail)
        assert load_words(templates, "申", CompiledTemplates(cache))["greeting"] == "你好，申"
    words.write_text("greeting: 再见\n", "utf-8")
    assert load_words(templates, "沪", CompiledTemplates(cache))["greeting"] == "再见"
