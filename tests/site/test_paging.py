from collections.abc import Callable
from dataclasses import replace

import pytest

from generator import paths
from generator.loading.model import PolicyText
from generator.paging.calculator_page import CalculatorBody, offline_page
from generator.paging.editions import ScoredEdition, scored_editions
from generator.paging.editions_page import compare
from generator.paging.figures import UnknownFigureError, figure, yuan_of
from generator.paging.formula import formula
from generator.paging.questions import QuestionView, question_groups
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.environment import environment
from generator.scorer import load as load_scorer

type Ask = Callable[[str], QuestionView]


@pytest.fixture(scope="module")
def editions(policy: PolicyText) -> tuple[ScoredEdition, ...]:
    return scored_editions(policy)


@pytest.fixture(scope="module")
def ask(policy: PolicyText, editions: tuple[ScoredEdition, ...]) -> Ask:
    questions = {
        question.code: question
        for group in question_groups(policy, editions)
        for question in group.questions
    }
    return questions.__getitem__


def test_indicators_that_exclude_each_other_are_one_term_of_the_formula(
    editions: tuple[ScoredEdition, ...],
) -> None:
    made = formula(editions[-1])
    terms = [*made.base, *made.bonus, *made.deduction, *made.veto]
    groups = [
        tuple(member.code for member in term.members) for term in terms if len(term.members) > 1
    ]
    assert groups == [group.members for group in editions[-1].scoring.exclusive]
    members = [member.code for term in terms for member in term.members]
    assert sorted(members) == sorted(editions[-1].indicators)


def _shown(call: str, **values: object) -> str:
    macros = '{% from "components/rate/rate.html.j2" import rate, worth %}'
    jinja = environment(paths.SITE_TEMPLATES)
    return jinja.from_string(f"{macros}{{{{ {call} }}}}").render(values).strip()


def test_an_answer_shows_the_points_of_its_rule(policy: PolicyText, ask: Ask) -> None:
    rule = policy.indicators[policy.current.code]["education"].rule
    options = rule["options"]
    assert isinstance(options, list)
    expected = {str(row["choice"]): row["points"] for row in options if isinstance(row, dict)}
    (use,) = ask("education").uses
    shown = {
        choice.value: _shown("worth(use, choice)", use=use, choice=choice.value)
        for choice in ask("education").choices
    }
    assert shown == {
        **dict.fromkeys(shown, "0 分"),
        **{choice: f"{points} 分" for choice, points in expected.items()},
    }


def test_a_question_says_what_part_it_plays_in_each_rule_that_reads_it(ask: Ask) -> None:
    def said(code: str) -> list[str]:
        return [_shown("rate(use)", use=use) for use in ask(code).uses]

    assert ["※" in line for line in said("title_base_months")] == [True]
    assert [line.startswith("选“是”：") for line in said("spouse_local")] == [True]
    assert [line.startswith("用来折算") for line in said("share_percent")] == [True, True]
    assert ["才计分" in line for line in said("remote_area")] == [True]
    tiers = [said(code)[0] for code in ("base_months_08", "base_months_3")]
    assert len(set(tiers)) == 2


def test_a_question_that_only_an_older_edition_asks_is_not_current(
    ask: Ask, editions: tuple[ScoredEdition, ...]
) -> None:
    assert not ask("family_planning_violation").is_shown
    assert editions[-1].text.code not in ask("family_planning_violation").editions
    assert ask("education").is_shown


def test_figures_are_found_by_place_or_by_choice(policy: PolicyText) -> None:
    indicators = policy.indicators[policy.current.code]
    by_place = figure(indicators, "education.rule.options.0.points")
    by_choice = figure(indicators, "education.rule.options.college.points")
    assert by_place == by_choice


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("aeg.rule.cap", "has no indicator aeg"),
        ("age.rule.cup", "there is no 'cup'"),
        ("age.rule", "is not a single figure"),
        ("education.rule.options.99.points", "there is no '99'"),
    ],
)
def test_a_figure_that_is_not_there_is_an_error(
    policy: PolicyText, path: str, message: str
) -> None:
    with pytest.raises(UnknownFigureError, match=message):
        figure(policy.indicators[policy.current.code], path)


def test_a_month_without_a_yardstick_is_an_error(policy: PolicyText) -> None:
    with pytest.raises(UnknownFigureError, match="no yardstick is established for 2099-01"):
        yuan_of(policy.yardsticks.reference_level, "2099-01")


def test_an_edition_compared_with_itself_has_not_changed(
    editions: tuple[ScoredEdition, ...],
) -> None:
    same = compare(editions[-1], editions[-1])
    assert not same.changed
    assert [view.code for view in same.unchanged] == list(editions[-1].indicators)


def test_what_was_dropped_changed_or_came_is_told_apart(
    editions: tuple[ScoredEdition, ...],
) -> None:
    after = editions[-1]
    before = replace(
        after, indicators={code: view for code, view in after.indicators.items() if code != "age"}
    )
    came = compare(before, after).changed
    gone = compare(after, before).changed
    assert [(change.before is None, change.after is None) for change in came] == [(True, False)]
    assert [(change.before is None, change.after is None) for change in gone] == [(False, True)]


def test_a_case_is_answered_by_the_engine_and_asked_once(
    policy: PolicyText, editions: tuple[ScoredEdition, ...]
) -> None:
    asked: list[str] = []
    score_json = load_scorer(policy.scoring_text).score_json

    def counted(request: str) -> str:
        asked.append(request)
        return score_json(request)

    examples = WorkedExamples(policy.cases, editions, counted, policy.current.code)
    case = next(case for case in policy.cases if case.expect.score is not None)
    first = examples.named(case.name)
    assert first.score == case.expect.score
    assert examples.named(case.name) == first
    assert len(asked) == 1


def test_a_case_that_is_not_there_is_an_error(
    policy: PolicyText, editions: tuple[ScoredEdition, ...]
) -> None:
    with pytest.raises(KeyError):
        WorkedExamples(policy.cases, editions, str, policy.current.code).named("没有这个算例")


def test_the_single_file_has_no_canonical_address_but_knows_the_site_s(
    policy: PolicyText, editions: tuple[ScoredEdition, ...]
) -> None:
    page = offline_page(policy, editions, "https://example.org/points")
    assert not page.is_public
    assert isinstance(page.body, CalculatorBody)
    assert isinstance(page.body.data, dict)
    assert page.body.data["address"] == "https://example.org/points/calculator.html"
