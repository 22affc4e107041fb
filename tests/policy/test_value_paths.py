"""Paths to single values: what their steps are, and where each step leads."""

import pytest

from generator.policy.plain import Plain
from generator.policy.value_paths import is_figure, known_steps, step_into, steps_of

RULE: Plain = {
    "cap": 30,
    "gated": True,
    "options": [{"choice": "college", "points": 50}, {"question": "years", "points": "0.25"}],
    "steps": [1, 2],
}


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("age.rule.cap", ("age", "rule", "cap")),
        ("rule.options.0.points", ("rule", "options", "0", "points")),
        ("rule.options[0].points", ("rule", "options", "0", "points")),
        ("answers.contributions[12].from", ("answers", "contributions", "12", "from")),
        ("", ()),
    ],
)
def test_a_path_is_cut_at_dots_and_brackets(path: str, steps: tuple[str, ...]) -> None:
    assert steps_of(path) == steps


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("cap", 30),
        ("options.0.points", 50),
        ("options.college.points", 50),
        ("options.1.points", "0.25"),
        ("options.years.points", "0.25"),
        ("steps.1", 2),
        ("cup", None),
        ("cap.0", None),
        ("options.2", None),
        ("options.01", None),
        ("options.school", None),
    ],
)
def test_a_step_is_a_key_a_position_or_what_an_entry_is_about(path: str, value: Plain) -> None:
    there: Plain = RULE
    for step in steps_of(path):
        there = step_into(there, step)
    assert there == value


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("", ("cap", "gated", "options", "steps")),
        ("options", ("college", "years")),
        ("steps", ("0", "1")),
        ("cap", ()),
    ],
)
def test_the_steps_that_lead_on_are_named_as_prose_names_them(
    path: str, steps: tuple[str, ...]
) -> None:
    there = step_into(RULE, path) if path else RULE
    assert known_steps(there) == steps


@pytest.mark.parametrize(
    ("path", "is_one"), [("cap", True), ("gated", False), ("options", False), ("cup", False)]
)
def test_a_figure_is_a_number_or_a_text(path: str, *, is_one: bool) -> None:
    assert is_figure(step_into(RULE, path)) == is_one
