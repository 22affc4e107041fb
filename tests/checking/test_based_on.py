"""An edition that states only its differences: what it takes over, what it is held to, and its slips."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from generator.checking import check, load_checked
from generator.loading import load as load_data
from generator.loading.model import PolicyText
from generator.loading.relative_dates import dated
from generator.rendering.prose import LineFiller
from generator.scorer import load

TOY = Path(__file__).parent.parent / "toy_policy"
EDITION = """\
edition: 2026-01-01
title: 玩具城积分新办法
document: rules-2026
in_force: {from: 2026-01-01, to: 2029-12-31}
based_on: 2022-01-01
inherited: {confidence: B}
source: {clause: 第十条, authority: text, confidence: B}
cases_on: 2027-06-15
"""
DOCUMENT = """
- document: rules-2026
  title: 玩具城积分新办法
  number: 玩具〔2026〕1号
  issuer: 玩具城
  in_force: {from: 2026-01-01, to: 2029-12-31}
  addresses: []
  seen: 全文
  confidence: B
  checked_on: 2026-01-01
"""
VOLUNTEER = """\
indicator: volunteer
rule: {kind: flat, question: volunteer, points: 30}
"""
CASES = """\
- case: 新办法的第一天，志愿者积 30 分
  on: 2026-01-01
  answers: {volunteer: true}
  expect: {score: 30, awards: {volunteer: 30}}
- case: 新办法的最后一天，志愿者积 30 分
  on: 2029-12-31
  answers: {volunteer: true}
  expect: {score: 30, awards: {volunteer: 30}}
- case: 新办法里不是志愿者
  expect: {awards: {volunteer: 0}}
"""
INHERITED = """\
- case: 哪一年都是 39 周岁的最后一天
  answers: {birth_date: -40y+1d}
  expect: {awards: {age: 12}}
- case: 旧办法的志愿者分值
  answers: {volunteer: true}
  expect: {awards: {volunteer: 6}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The toy with a second scored edition that changes one figure."""
    folder = Path(copytree(TOY, tmp_path / "toy"))
    sources = folder / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + DOCUMENT, encoding="utf-8")
    newer = folder / "editions" / "2026-01-01"
    for path, content in (
        (newer / "edition.yaml", EDITION),
        (newer / "indicators" / "bonus" / "volunteer.yaml", VOLUNTEER),
        (newer / "cases" / "volunteer.yaml", CASES),
        (folder / "editions" / "2022-01-01" / "cases" / "dateless.yaml", INHERITED),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def policy(folder: Path) -> PolicyText:
    return load_checked(folder)


def names(policy: PolicyText, edition: str) -> set[str]:
    return {case.name for case in policy.cases if case.edition == edition}


def test_a_changed_figure_holds_from_its_first_day(policy: PolicyText) -> None:
    scorer = load(policy.scoring_text)
    answers = {"volunteer": True, "birth_date": "1990-01-15"}
    points = []
    for on in ("2025-12-31", "2026-01-01"):
        request = {"policy": policy.code, "on": on, "answers": answers}
        verdict = json.loads(scorer.score_json(json.dumps(request)))
        points.append({award["indicator"]: award["points"] for award in verdict["awards"]})
    assert [each["volunteer"] for each in points] == [6, 30]
    assert len(points[0]) == len(points[1])


def test_an_inherited_receipt_names_the_newer_document(policy: PolicyText) -> None:
    old, new = (tuple(policy.indicators[name].values()) for name in ("2022-01-01", "2026-01-01"))
    assert {each.receipt.confidence for each in new} == {"B"}
    for before, now in zip(old, new, strict=True):
        # The toy's older files name their document, as a receipt that another document backs would.
        assert now.receipt.document == before.receipt.document


def test_cases_that_say_no_day_go_along_unless_their_rule_has_changed(policy: PolicyText) -> None:
    assert "哪一年都是 39 周岁的最后一天" in names(policy, "2022-01-01")
    assert "哪一年都是 39 周岁的最后一天" in names(policy, "2026-01-01")
    assert "旧办法的志愿者分值" in names(policy, "2022-01-01")
    assert "旧办法的志愿者分值" not in names(policy, "2026-01-01")


def test_an_inherited_case_about_an_unchanged_rule_has_to_come_true(folder: Path) -> None:
    file = folder / "editions" / "2022-01-01" / "cases" / "dateless.yaml"
    text = file.read_text(encoding="utf-8").replace("age: 12", "age: 11")
    file.write_text(text, encoding="utf-8")
    assert {each.code.value.id for each in check(folder)} == {"P402"}


def test_a_single_figure_is_changed_where_the_edition_says_so(folder: Path) -> None:
    with_figures(folder, "- {figure: volunteer.rule.points, now: 30}")
    policy = load_checked(folder)
    points = [each["volunteer"].rule["points"] for each in policy.indicators.values()]
    assert points == [6, 30]


def test_only_a_changed_figure_needs_cases_anew(folder: Path) -> None:
    with_figures(
        folder,
        "- {figure: volunteer.rule.points, now: 30}",
        "- {figure: fines.rule.points, now: 7}",
    )
    (found,) = check(folder)
    assert found.code.id == "P403"
    assert found.place.source.name.endswith("2026-01-01/edition.yaml")
    assert found.message.startswith("no case holds points 7")


@pytest.mark.parametrize(
    ("entry", "code", "message"),
    [
        ("volunter.rule.points, now: 30", "P313", 'this edition has no indicator "volunter"'),
        (
            "volunteer.rule.point, now: 30",
            "P313",
            '"volunteer.rule.point" is no figure of the rule that is taken over',
        ),
        ("volunteer.rule.points, now: 6", "P321", "volunteer.rule.points is 6 before already"),
        (
            "volunteer.rule.points, now: viel",
            "P203",
            'points must be a number such as 2 or 0.8, found "viel"',
        ),
    ],
)
def test_a_slip_in_a_changed_figure_is_told_in_one_message(
    folder: Path, entry: str, code: str, message: str
) -> None:
    with_figures(folder, f"- {{figure: {entry}}}")
    (found,) = [each for each in check(folder) if not each.code.id.startswith("P4")]
    assert (found.code.id, found.message) == (code, message)
    assert found.place.source.name.endswith("2026-01-01/edition.yaml")


@pytest.mark.parametrize(
    ("lines", "place", "code", "message"),
    [
        (
            "removed: [volunter]",
            "edition.yaml",
            "P305",
            'the edition before has no indicator "volunter"',
        ),
        (
            "added: [volunteer]",
            "edition.yaml",
            "P304",
            'the edition before has the indicator "volunteer" already',
        ),
        (
            "removed: [shop]\nindicators: [age]",
            "edition.yaml",
            "P209",
            '"shop" changes a list that this file writes out itself',
        ),
        (
            "removed: [volunteer]",
            "volunteer.yaml",
            "P311",
            'the indicator "volunteer" is not on the edition\'s list',
        ),
    ],
)
def test_a_slip_in_what_is_added_or_removed_is_told_at_its_place(
    folder: Path, lines: str, place: str, code: str, message: str
) -> None:
    add_to_edition(folder, lines)
    told = {
        (each.code.id, each.place.source.name.split("/")[-1], each.message)
        for each in check(folder)
    }
    assert (code, place, message) in told


def test_indicators_come_and_go_without_a_list_of_all(folder: Path) -> None:
    newer = folder / "editions" / "2026-01-01"
    add_to_edition(folder, "removed: [fines]\nadded: [thrift]")
    thrift = (folder / "editions/2022-01-01/indicators/bonus/volunteer.yaml").read_text("utf-8")
    thrift = thrift.replace("indicator: volunteer", "indicator: thrift")
    (newer / "indicators" / "bonus" / "thrift.yaml").write_text(thrift, encoding="utf-8")
    old, new = load_data(folder).scoring.editions
    order = [each.code for each in old.indicators]
    order.remove("fines")
    order.insert(order.index("volunteer") + 1, "thrift")
    assert [each.code for each in new.indicators] == order


def add_to_edition(folder: Path, lines: str) -> None:
    """Let the second edition say these lines, too."""
    file = folder / "editions" / "2026-01-01" / "edition.yaml"
    file.write_text(f"{EDITION}{lines}\n", encoding="utf-8")


def with_figures(folder: Path, *entries: str) -> None:
    """Let the second edition say these figures in its own file, and nothing in files of indicators."""
    newer = folder / "editions" / "2026-01-01"
    rmtree(newer / "indicators")
    lines = "".join(f"  {entry}\n" for entry in entries)
    (newer / "edition.yaml").write_text(f"{EDITION}figures:\n{lines}", encoding="utf-8")


def test_an_edition_before_that_is_not_there_is_named(folder: Path) -> None:
    file = folder / "editions" / "2026-01-01" / "edition.yaml"
    file.write_text(EDITION.replace("based_on: 2022", "based_on: 2021"), encoding="utf-8")
    first = min(check(folder), key=lambda each: each.place.order)
    assert first.place.source.name.endswith("2026-01-01/edition.yaml")
    assert first.message == 'there is no earlier edition "2021-01-01"'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("-44y", "1980-02-29"),
        ("-45y", "1979-03-01"),
        ("-40y", "1984-02-29"),
        ("-40y+1d", "1984-03-01"),
        ("-0y-1d", "2024-02-28"),
        ("+1d", "2024-03-01"),
        ("1990-01-15", "1990-01-15"),
        (["-4y", "none"], ["2020-02-29", "none"]),
        (True, True),
    ],
)
def test_a_date_counted_back_is_written_out(written: str, read: str) -> None:
    assert dated(written, date(2024, 2, 29)) == read


def test_what_is_said_of_an_indicator_stands_only_where_the_edition_has_it(folder: Path) -> None:
    add_to_edition(folder, "removed: [fines]")
    text = folder / "editions" / "2022-01-01" / "texts" / "age.md"
    passage = '{% if has_indicator("fines") %}罚 {{ figure("fines.rule.points") }} 分{% else %}不罚{% endif %}'
    text.write_text(f"{passage}\n", encoding="utf-8")
    told = [each for each in check(folder) if each.code.id.startswith("P5")]
    assert not told


def test_what_is_said_of_a_question_stands_only_where_the_edition_asks_it(folder: Path) -> None:
    wages = folder / "editions" / "2026-01-01" / "indicators" / "bonus" / "wages.yaml"
    tiers = "{kind: months_in_window, tiers: [{question: full_months, months: 5, points: 50}]}"
    wages.write_text(f"indicator: wages\nrule: {tiers}\n", encoding="utf-8")
    text = folder / "editions" / "2022-01-01" / "texts" / "wages.md"
    half = '{{ multiple("half_months") }}'
    text.write_text(f"到 {half}\n", encoding="utf-8")
    (found,) = [each for each in check(folder) if each.code.id.startswith("P5")]
    assert found.message == "the edition 2026-01-01 does not ask the question half_months"
    assert found.hint == 'write it between {% if asks("half_months") %} and {% endif %}'

    said = f'{{% if asks("half_months") %}}到 {half}{{% else %}}不看{{% endif %}}'
    inner = f'{{% if has_indicator("wages") %}}{said}{{% endif %}}'
    text.write_text(f"{inner}\n", encoding="utf-8")
    assert not [each for each in check(folder) if each.code.id.startswith("P5")]
    policy = load_data(folder)
    filler = LineFiller(policy)
    assert filler.filled(inner, "wages.md", "2022-01-01") == "到 0.5"
    assert filler.filled(inner, "wages.md", "2026-01-01") == "不看"

    text.write_text('{% if asks("haf_months") %}到{% endif %}\n', encoding="utf-8")
    (found,) = [each for each in check(folder) if each.code.id.startswith("P5")]
    assert found.message == "no edition asks a question haf_months"
