"""An edition is announced for a day to come: a copy of the shipped data, changed by the recipe of CONTRIBUTING.

``announced_edition/`` holds what a maintainer writes: four changed figures, an indicator with a question of its own, cases.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from generator.checking import check, load_checked
from generator.loading import read_policy_folder
from generator.loading.data_version import figures_of
from generator.loading.model import PolicyText
from generator.paths import CACHE
from generator.policy.to_fill import TO_FILL
from generator.scaffolding.edition import new_edition
from generator.scorer import Scorer
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply
from tests.shipped import SHIPPED_POLICY

FIRST = "2028-01-01"
WRITTEN = Path(__file__).parent / "announced_edition"
MARRIED = {
    "birth_date": "1990-01-15",
    "education": "bachelor",
    "spouse_local": True,
    "marriage_date": "2018-01-01",
    "detentions": ["2026-05-05"],
    "blood_donations": 1,
}
READ = (
    "index.html",
    "score.html",
    "editions.html",
    "fact-checks.html",
    "questions.html",
    "indicators/spouse.html",
    "indicators/blood-donations.html",
)


def told(folder: Path) -> None:
    """Put the word for the figures where the newest entry of the changelog needs it."""
    word = figures_of(read_policy_folder(folder, cache=CACHE))
    apply(f"edit guide/changelog.yaml\n-  figures: unsaid\n+  figures: {word}\n", folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(copytree(SHIPPED_POLICY, tmp_path_factory.mktemp("announced") / "points"))
    apply((WRITTEN / "change.txt").read_text("utf-8"), folder)
    copytree(WRITTEN / "files", folder, dirs_exist_ok=True)
    told(folder)
    return folder


@pytest.fixture(scope="module")
def policy(folder: Path) -> PolicyText:
    return load_checked(folder, cache=CACHE)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return Scorer(policy.scoring)


@pytest.fixture(scope="module")
def pages(policy: PolicyText) -> Mapping[str, str]:
    site = pages_of(policy)
    read = [
        {page.address: as_of.renderer.html(page) for page in as_of.pages if page.address in READ}
        for as_of in site.versions
    ]
    return site.joined(read)


def asked(scorer: Scorer, on: str, **more: object) -> str:
    answers = dict(MARRIED) if on >= FIRST or "until" in more else without_new(MARRIED)
    return json.dumps({"policy": scorer.policy.code, "on": on, "answers": answers, **more})


def without_new(answers: Mapping[str, object]) -> dict[str, object]:
    return {code: answer for code, answer in answers.items() if code != "blood_donations"}


def points_on(scorer: Scorer, on: str) -> dict[str, int]:
    verdict = json.loads(scorer.score_json(asked(scorer, on)))
    return {award["indicator"]: award["points"] for award in verdict["awards"]}


def test_points_change_on_the_first_day_and_not_before(scorer: Scorer) -> None:
    before, on, after = (
        points_on(scorer, day) for day in ("2027-12-31", "2028-01-01", "2028-01-02")
    )
    assert (before["spouse"], before["detentions"], before["education"]) == (36, -50, 60)
    assert "blood_donations" not in before
    assert (on["spouse"], on["detentions"], on["education"]) == (50, -40, 65)
    assert on["blood_donations"] == 5
    assert after == on
    untouched = before.keys() - {"spouse", "detentions", "education"}
    assert {code: before[code] for code in untouched} == {code: on[code] for code in untouched}


def test_a_timeline_across_the_day_changes_over_on_it(scorer: Scorer) -> None:
    text = asked(scorer, "2027-12-01", until="2028-02-01")
    timeline: dict[str, Any] = json.loads(scorer.timeline_json(text))
    assert "error" not in timeline
    (event,) = [each for each in timeline["events"] if each["date"] == FIRST]
    changed = {each["indicator"]: each for each in event["changes"]}
    assert changed["spouse"]["change"] == 50 - 36
    assert changed["detentions"]["change"] == 50 - 40
    assert changed["blood_donations"]["change"] == 5
    assert {"改按 2028 年 1 月 1 日起施行的办法"} == {each["because"] for each in event["changes"]}


def test_waiting_for_the_new_edition_is_a_plan(policy: PolicyText, scorer: Scorer) -> None:
    case = next(each for each in policy.cases if each.name == "本科无学位积 65 分")
    have = {"birth_date": "1990-01-15", "education": "bachelor", "insured_months": 108}
    had = case.request["answers"]
    assert isinstance(had, dict)
    answers = without_new({**had, **have})
    request = {"policy": policy.code, "on": "2027-12-01", "by": "2028-02-01", "answers": answers}
    plans = json.loads(scorer.plans_json(json.dumps(request)))["plans"]
    (plan,) = [each for each in plans if each["effort"] == "wait"]
    assert (plan["date"], plan["range"][0]) == (FIRST, 30 + 65 + 27)


def test_pages_say_of_each_statement_up_to_or_from_when_it_holds(pages: Mapping[str, str]) -> None:
    spouse = pages["indicators/spouse.html"]
    # An example that ends in 计 … 分 was worked on its own day, and stays.
    before, after = (
        re.sub("最高 [0-9]+ 分，计 ", "", shown(spouse, day)) for day in ("2027-12-31", FIRST)
    )
    assert "最高 40 分" in before
    assert "最高 50 分" not in before
    assert "最高 50 分" in after
    assert "最高 40 分" not in after
    assert "2028 年 1 月 1 日起才看它" in shown(
        pages["indicators/blood-donations.html"], "2027-12-31"
    )
    assert "2028 年 1 月 1 日起才看它" not in shown(pages["indicators/blood-donations.html"], FIRST)


def test_every_page_announces_the_edition_before_its_day_and_not_from_it_on(
    pages: Mapping[str, str],
) -> None:
    assert set(pages) == set(READ)
    for html in pages.values():
        assert "2028 年 1 月 1 日起施行 2028 年版" in shown(html, "2027-12-31")
        assert "2028 年 1 月 1 日起施行 2028 年版" not in shown(html, FIRST)


def test_what_happened_under_an_older_edition_stays_with_its_own_day(
    pages: Mapping[str, str],
) -> None:
    for address in ("fact-checks.html", "questions.html"):
        for day in ("2027-12-31", FIRST):
            text = shown(pages[address], day)
            assert "没有查到 2024 年以后的新办法" not in text
            assert re.search(r"2023 年 1 月 1 日起(没有了|，一票否决)", text), (address, day)


def test_what_is_taken_over_is_no_surer_than_the_document_that_was_seen(
    policy: PolicyText,
) -> None:
    receipts = {each.receipt.confidence for each in policy.indicators[FIRST].values()}
    assert receipts == {"C"}


def test_the_foot_says_how_the_document_of_the_day_was_seen(pages: Mapping[str, str]) -> None:
    html = pages["score.html"]
    assert "所据文字打印于 2026 年 2 月 9 日" in shown(html, "2027-12-31")
    assert "所据文字整理于 2026 年 12 月 20 日" in shown(html, FIRST)


def shown(html: str, day: str) -> str:
    """The words of a page that a reader sees on that day."""
    side = "to" if day >= FIRST else "from"
    kept = re.sub(rf'<(\w+)[^>]*data-shown-{side}="[^"]*"[^>]*>', r"<\1 data-cut>", html)
    while "data-cut" in kept:
        kept = cut(kept)
    return re.sub(r"<[^>]+>", "", kept)


def cut(html: str) -> str:
    """The page without the first element that is marked, and all in it."""
    start = html.index(" data-cut")
    opened = html.rindex("<", 0, start)
    name = html[opened + 1 : start]
    depth, at = 0, opened
    for tag in re.finditer(rf"</?{name}\b[^>]*>", html[opened:]):
        depth += -1 if tag[0].startswith("</") else 1
        at = opened + tag.end()
        if depth == 0:
            break
    return html[:opened] + html[at:]


TWO_FIGURES = """\
figures:
  - {figure: spouse.rule.points, now: 5}
  - {figure: detentions.rule.points, now: 40}
"""
CASES = """\
- case: 结婚满 7 年，每年 5 分
  answers: {spouse_local: true, marriage_date: -7y}
  expect: {score: 35, awards: {spouse: 35}}
- case: 一条拘留记录扣 40 分
  answers: {education: doctor, detentions: [-1y]}
  expect: {score: 70, awards: {detentions: -40}}
"""
FILLED = {
    "edition": ["上海市居住证积分管理办法", "2032-06-30", "第十二条"],
    "sources": [
        "上海市居住证积分管理办法",
        "某府规〔2027〕9号",
        "上海市人民政府",
        "2032-06-30",
        "转述",
        "2026-12-20",
    ],
    "changelog": ["2026-12-20", "配偶每年 5 分，拘留每条扣 40 分。\n  figures: unsaid"],
}


def test_two_changed_figures_are_at_most_six_files_and_eighty_lines(tmp_path: Path) -> None:
    folder = Path(copytree(SHIPPED_POLICY, tmp_path / "points"))
    for file in new_edition(folder, date(2027, 7, 1), "2023-01-01"):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        text = file.text
        for said in FILLED[file.path.stem] if TO_FILL in text else ():
            text = text.replace(TO_FILL, said, 1)
        file.path.write_text(text, "utf-8")
    newer = folder / "editions" / "2027-07-01"
    with (newer / "edition.yaml").open("a", encoding="utf-8") as edition:
        edition.write(TWO_FIGURES)
    (newer / "cases").mkdir()
    (newer / "cases" / "changed.yaml").write_text(CASES, "utf-8")
    told(folder)
    assert check(folder, cache=CACHE) == ()
    changed = changed_lines(folder)
    assert len(changed) <= 6, changed
    assert sum(changed.values()) <= 80, changed


def changed_lines(folder: Path) -> dict[str, int]:
    """How many lines each file has that the shipped data does not have."""
    found = {}
    for path in sorted(folder.rglob("*.*")):
        shipped = SHIPPED_POLICY / path.relative_to(folder)
        if path.is_dir() or (shipped.exists() and shipped.read_bytes() == path.read_bytes()):
            continue
        before = shipped.read_text("utf-8").splitlines() if shipped.exists() else []
        lines = [line for line in path.read_text("utf-8").splitlines() if line not in before]
        found[path.relative_to(folder).as_posix()] = len(lines)
    return found
