import re
from codecs import BOM_UTF8
from html import unescape
from pathlib import Path

import pytest

from generator import paths
from generator.integrity import integrity_of
from generator.loading.model import PolicyText
from generator.paging import addresses
from tests.by_day import sides
from tests.rendering.html_rules import problems

FIRST = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""The one script that stands in a page itself, and its text."""
TEXT_BUDGET = 40_000
CALCULATOR_BUDGET = 90_000
OF_CHECKLISTS = {
    f"{conditions.parent.name}/index.html"
    for conditions in paths.POLICY_DATA.glob("*/conditions.yaml")
}


def has_engine(page: str) -> bool:
    return page in OF_CHECKLISTS or Path(page).name in (addresses.CALCULATOR, addresses.SELF_CHECK)


@pytest.fixture(scope="module")
def pages(dist: Path) -> dict[str, str]:
    return {
        page.relative_to(dist).as_posix(): page.read_text(encoding="utf-8-sig")
        for page in sorted(dist.rglob("*.html"))
    }


def test_the_pages_that_were_promised_are_there(pages: dict[str, str], policy: PolicyText) -> None:
    promised = {
        addresses.HOME,
        addresses.SCORE,
        addresses.GUIDE,
        *(f"{name}.html" for name in policy.pages),
        addresses.SOURCES,
        addresses.CALCULATOR,
        addresses.SELF_CHECK,
        addresses.GALLERY,
        *(addresses.indicator(code) for code in policy.current.indicators),
    }
    assert promised <= set(pages)


def test_every_page_that_the_guide_lists_leads_back_to_it(pages: dict[str, str]) -> None:
    index = pages[addresses.GUIDE].partition("<main")[2].partition("</main>")[0]
    listed = set(re.findall(r'<a href="([\w-]+\.html)"', index))
    assert {addresses.PAPERS, "renewal.html"} <= listed
    for page in listed:
        above = re.search(r'<nav class="breadcrumbs".*?</nav>', pages[page], re.DOTALL)
        assert above, page
        assert f'href="{addresses.GUIDE}"' in above[0], page


def test_every_page_is_sound_html(pages: dict[str, str]) -> None:
    found = {
        page: problems(FIRST.sub("", text, count=1), first_heading=1)
        for page, text in pages.items()
    }
    assert not {page: problem for page, problem in found.items() if problem}


def test_every_page_has_one_main_heading_a_title_and_its_language(pages: dict[str, str]) -> None:
    for page, text in pages.items():
        assert {side.count("<h1") for side in sides(text)} == {1}, page
        assert re.search(r"<title[^>]*>[^<]*沪积分[^<]*</title>", text), page
        assert '<html lang="zh-Hans-CN"' in text, page


def test_every_page_forbids_all_that_it_does_not_need(pages: dict[str, str]) -> None:
    for page, text in pages.items():
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy, page
        assert policy[1].startswith("default-src 'none'; "), page
        assert "unsafe-inline" not in policy[1], page
        assert "unsafe-eval" not in policy[1].replace("wasm-unsafe-eval", ""), page
        allowed = ["'self'"]
        allowed += [f"'{integrity_of(script.encode())}'" for script in FIRST.findall(text)]
        allowed += ["'wasm-unsafe-eval'"] if has_engine(page) else []
        assert f" script-src {' '.join(allowed)};" in policy[1], page


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, str]) -> None:
    for page, text in pages.items():
        assert not re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="(?:https?:)?//', text), page


def test_only_the_gallery_and_the_page_for_what_is_not_there_are_kept_from_search_engines(
    pages: dict[str, str],
) -> None:
    hidden = {page for page, text in pages.items() if 'content="noindex"' in text}
    assert hidden == {addresses.GALLERY, addresses.NOT_FOUND}
    for unlinked in hidden:
        assert not any(unlinked in text for page, text in pages.items() if page != unlinked)


def test_pages_stay_within_their_budget(dist: Path, pages: dict[str, str]) -> None:
    for page, text in pages.items():
        parts = [page, *_parts(page, text)]
        total = sum(_compressed(dist / part) for part in dict.fromkeys(parts))
        is_calculator = has_engine(page)
        assert total <= (CALCULATOR_BUDGET if is_calculator else TEXT_BUDGET), page


def test_every_indicator_is_shown_with_its_clause(
    pages: dict[str, str], policy: PolicyText
) -> None:
    for indicator in policy.indicators[policy.current.code].values():
        page = pages[addresses.indicator(indicator.code)]
        assert indicator.indicator.title in page
        assert indicator.receipt.clause in page
        assert indicator.indicator.title in pages[addresses.SCORE]


def test_the_worksheet_shows_the_points_of_each_option_without_scripts(
    pages: dict[str, str], policy: PolicyText
) -> None:
    form = pages[addresses.CALCULATOR]
    for indicator in policy.indicators[policy.current.code].values():
        if indicator.rule["kind"] == "options":
            options = indicator.rule["options"]
            assert isinstance(options, list)
            question = _question(form, str(indicator.rule["question"]))
            for option in options:
                assert isinstance(option, dict)
                answer = _answer(question, str(option["choice"]))
                assert f"{option['points']} 分" in answer


def test_every_question_of_the_edition_can_be_left_open(
    pages: dict[str, str], policy: PolicyText
) -> None:
    form = pages[addresses.CALCULATOR]
    asked = [question for question in policy.questions.values() if question.kind != "ledger"]
    for question in asked:
        field = _question(form, question.code)
        assert re.search(rf'name="{question.code}" value(=""|[ >])', field), question.code
        assert unescape(question.label) in unescape(field)


def test_questions_of_older_editions_wait_hidden(pages: dict[str, str]) -> None:
    field = _question(pages[addresses.CALCULATOR], "family_planning_violation")
    assert re.match(r"<fieldset[^>]* hidden[>=]", field)
    assert 'data-editions="2015-07-01 2018-01-01"' in field


def test_worked_examples_say_what_the_golden_cases_say(
    pages: dict[str, str], policy: PolicyText
) -> None:
    cases = {case.name: case for case in policy.cases}
    shown = 0
    for text in pages.values():
        for match in re.finditer(
            r'<p class="example__name">(.*?)</p>(.*?)</section>', text, re.DOTALL
        ):
            case = cases.get(unescape(match[1]))
            if case and case.expect.score is not None and "<tfoot>" in match[2]:
                assert f'<td class="points">{case.expect.score}</td></tr></tfoot>' in match[2], (
                    case.name
                )
                shown += 1
    assert shown > len(policy.current.indicators)


def _question(form: str, code: str) -> str:
    match = re.search(rf'<fieldset[^>]*data-question="{code}".*?</fieldset>', form, re.DOTALL)
    assert match, code
    return match[0]


def _answer(question: str, value: str) -> str:
    match = re.search(rf'<label class="answer"><input[^>]*value="{value}".*?</label>', question)
    assert match, value
    return match[0]


def _parts(page: str, text: str) -> list[str]:
    folder = Path(page).parent
    links = re.findall(r'<(?:link|script)[^>]+(?:href|src)="([^"]+)"', text)
    return [_plain(Path(link[1:]) if link.startswith("/") else folder / link) for link in links]


def _plain(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _compressed(file: Path) -> int:
    packed = file.with_name(file.name + ".br")
    return (packed if packed.exists() else file).stat().st_size


def test_every_page_says_by_its_first_bytes_that_it_is_utf_8(dist: Path) -> None:
    for page in dist.rglob("*.html"):
        assert page.read_bytes().startswith(BOM_UTF8), page
