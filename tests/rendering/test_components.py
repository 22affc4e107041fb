import re
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from generator import paths
from generator.rendering.environment import environment
from generator.rendering.gallery import component_names, show_component
from generator.scoring.rules.bands import Band, BandsRule
from tests.rendering.html_rules import problems

COMPONENTS = paths.SITE_TEMPLATES / "components"
NAMES = component_names(paths.SITE_TEMPLATES)
WITHOUT_EXAMPLES = {"rule_frame"}
"""Only other components call it."""


@pytest.fixture(scope="module")
def jinja() -> Environment:
    return environment(paths.SITE_TEMPLATES)


@pytest.mark.parametrize("name", NAMES)
def test_every_component_has_a_template_and_examples(name: str) -> None:
    assert (COMPONENTS / name / f"{name}.html.j2").is_file()
    assert (COMPONENTS / name / "examples.yaml").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_template_says_first_what_it_is_for(name: str) -> None:
    assert (COMPONENTS / name / f"{name}.html.j2").read_text(encoding="utf-8").startswith("{#")


@pytest.mark.parametrize("name", NAMES)
def test_every_example_renders_to_sound_html(jinja: Environment, name: str) -> None:
    examples = show_component(jinja, name)
    assert examples or name in WITHOUT_EXAMPLES
    for example in examples:
        assert example.html.strip(), example.title
        assert not problems(str(example.html)), example.title


def test_bands_without_ends_are_told_without_ends(jinja: Environment) -> None:
    shown = str(show_component(jinja, "rule_bands")[-1].html)
    for said in ("不满 1", "1–4", "5 及以上"):
        assert f'<th scope="row">{said}</th>' in shown
    assert "999" not in shown
    assert "1000" not in shown


def test_bands_of_decimal_points_are_drawn(jinja: Environment) -> None:
    rule = BandsRule(
        date="arrived", bands=(Band(below=5, points=Decimal("2.5")), Band(at_least=5, points=12))
    )
    module = jinja.get_template("components/band_curve/band_curve.html.j2").module
    drawn = str(module.band_curve(rule.rungs, "年", rule.highest))  # type: ignore[attr-defined]
    assert ">2.5</text>" in drawn


def test_a_misspelt_word_in_a_template_is_an_error(jinja: Environment) -> None:
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ words.navigation.calculater }}").render()


def test_what_comes_from_data_is_escaped(jinja: Environment) -> None:
    shown = jinja.from_string("{{ text }}").render(text="<script>alert(1)</script>")
    assert shown == "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.mark.parametrize("file", sorted(paths.SITE_TEMPLATES.rglob("*.j2")), ids=lambda f: f.name)
def test_no_template_turns_escaping_off(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b", text)
    assert "autoescape" not in text


@pytest.mark.parametrize("file", sorted(COMPONENTS.glob("*/*.css")), ids=lambda f: f.name)
def test_styles_take_their_colours_from_the_tokens(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "#" not in text
    assert "rgb(" not in text
