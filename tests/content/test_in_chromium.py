"""The pages of the guide in a browser, opened from the disk: nothing but their own files is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.policy.editions import EditionText
from generator.policy.guide.papers import Paper

pytestmark = pytest.mark.browser

SCRIPTED = (
    addresses.QUESTIONS,
    addresses.FACT_CHECKS,
    addresses.PAPERS,
    addresses.RISK_CHECK,
    addresses.SELF_ASSESSMENT,
    addresses.SEARCH,
    addresses.CHANGES,
)


@pytest.fixture
def page(chromium: Browser, dist: Path) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    yield page
    context.close()


def opened(page: Page, dist: Path, address: str) -> Page:
    page.goto(f"file://{dist / address}")
    return page


def papers_under(policy: PolicyText, edition: EditionText | None = None) -> list[Paper]:
    """Those that the page lists under an edition, or under the one in force."""
    known = policy.indicators[(edition or policy.current).code].keys()
    return [
        each for each in policy.guide.papers if not each.indicators or known & set(each.indicators)
    ]


@pytest.mark.parametrize("address", SCRIPTED)
def test_the_policy_of_content_has_nothing_to_report(page: Page, dist: Path, address: str) -> None:
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    opened(page, dist, address).wait_for_load_state("load")
    assert messages == []


@pytest.mark.parametrize(
    ("words", "group", "title"),
    [
        ("断缴", "questions", "断缴会清零吗？"),
        ("中级职称", "clauses", "专业技术职称和技能等级：哪些证书是中级"),
        ("签注", "terms", "签注"),
        ("每年续办", "steps", "每年续办"),
        ("参照标准", "terms", "参照标准"),
    ],
)
def test_the_search_finds_chinese_words_from_a_file(
    page: Page, dist: Path, words: str, group: str, title: str
) -> None:
    opened(page, dist, addresses.SEARCH).fill("#search-words", words)
    results = page.locator(f"[data-found={group}] a")
    results.first.wait_for()
    assert title in results.all_inner_texts()


def test_the_search_marks_what_it_found_and_takes_nothing_as_html(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.SEARCH).fill("#search-words", "断缴<img src=x>")
    expect(page.locator("[data-guide=count]")).not_to_be_empty()
    assert page.locator("main img").count() == 0
    page.fill("#search-words", "断缴")
    assert page.locator("mark").first.inner_text() == "断缴"


def test_what_was_found_is_marked_in_a_piece_cut_from_the_middle(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.SEARCH).fill("#search-words", "临港")
    pieces = page.locator("[data-found] li span", has_text="临港")
    pieces.first.wait_for()
    assert [piece for piece in pieces.all() if "…" in piece.inner_text()]
    assert all(piece.locator("mark").count() for piece in pieces.all())


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("12434", "网上有两个平均工资，用哪个？"),
        ("12,434", "网上有两个平均工资，用哪个？"),
        ("3倍", "3 倍一档要按缴费上限缴。"),
        ("离职", "离职了，还没找到下家"),
        ("辞职", "离职了，还没找到下家"),
        ("随申办", "居住证怎么办"),
        ("居转户", "居转户看哪些条件"),
        ("juzhuanhu", "居转户看哪些条件"),
        ("duanjiao", "断缴会清零吗？"),
        ("续签", "签注"),
        ("逾期", "晚了会怎样"),
        ("公司不给办", "单位不肯办"),
        ("多少钱", "要多久，要不要钱"),
        ("个体户", "灵活就业、自己缴社保、退休返聘的人能办吗？"),
    ],
)
def test_the_search_finds_what_people_type(page: Page, dist: Path, typed: str, title: str) -> None:
    found = found_by(page, dist, typed)
    assert [each for each in found if each.endswith(title)], found


def test_the_newest_reference_level_finds_what_it_makes_of_the_bases(
    page: Page, dist: Path, policy: PolicyText
) -> None:
    found = found_by(page, dist, str(policy.yardsticks.reference_level[-1].yuan))
    assert [each for each in found if each.endswith("今年各档的基数是多少？")], found


def found_by(page: Page, dist: Path, typed: str) -> list[str]:
    opened(page, dist, addresses.SEARCH).fill("#search-words", typed)
    page.locator("[data-found] a").first.wait_for()
    return page.locator("[data-found] a").all_inner_texts()


def test_a_search_can_be_given_in_the_address(page: Page, dist: Path) -> None:
    page.goto(f"file://{dist / addresses.SEARCH}?q=补缴")
    page.locator("[data-found=terms] a", has_text="补缴").wait_for()
    assert page.input_value("#search-words") == "补缴"


def test_a_search_can_be_linked_to_and_says_when_nothing_is_found(page: Page, dist: Path) -> None:
    page.goto(f"file://{dist / addresses.SEARCH}#补缴")
    page.locator("[data-found=terms] a", has_text="补缴").wait_for()
    page.fill("#search-words", "长颈鹿")
    page.locator("[data-guide=count]", has_text="没有找到").wait_for()


def test_ticked_papers_stay_ticked_until_they_are_cleared(page: Page, dist: Path) -> None:
    box = "[data-paper=residence_permit] input"
    opened(page, dist, addresses.PAPERS).check(box)
    page.locator("[data-guide=count]", has_text="已备好 1 样").wait_for()
    page.reload()
    expect(page.locator(box)).to_be_checked()
    page.click("[data-do=clear]")
    page.reload()
    page.locator("[data-guide=count]").wait_for()
    assert not page.is_checked(box)


def test_papers_of_the_employer_can_be_shown_alone(
    page: Page, dist: Path, policy: PolicyText
) -> None:
    opened(page, dist, addresses.PAPERS).check("[name=show][value=employer]")
    shown = page.locator("[data-paper]:visible")
    of_employer = [paper for paper in papers_under(policy) if paper.from_ == "employer"]
    assert shown.count() == len(of_employer)
    assert page.locator("[data-section]:visible").count() < page.locator("[data-section]").count()


def test_a_paper_that_is_not_of_the_reader_s_day_stays_away_whatever_is_shown(
    page: Page, dist: Path
) -> None:
    opened(page, dist, addresses.PAPERS)
    count = page.locator("[data-guide=count]")
    before = count.inner_text()
    page.locator("[data-paper=labour_contract]").evaluate("paper => { paper.hidden = true; }")
    for shown in ("employer", "all"):
        page.check(f"[name=show][value={shown}]")
        assert not page.is_visible("[data-paper=labour_contract]")
    assert count.inner_text() != before


def keep_needed(page: Page, *papers: str) -> None:
    """Leave in the browser what the calculator leaves there of the papers that the answers call for."""
    page.evaluate(
        "kept => localStorage.setItem('hujifen.needed-papers', JSON.stringify(kept))",
        dict.fromkeys(papers, True),
    )


def test_only_papers_that_the_answers_make_necessary(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.PAPERS)
    assert page.is_disabled("[name=show][value=needed]")
    keep_needed(page, "residence_permit", "diplomas", "marriage_certificate")
    page.reload()
    page.check("[name=show][value=needed]")
    for paper, is_needed in {
        "residence_permit": True,
        "diplomas": True,
        "marriage_certificate": True,
        "tax_proof": False,
        "award_certificate": False,
    }.items():
        assert page.is_visible(f"[data-paper={paper}]") == is_needed, paper


def test_the_sheet_for_the_official_form_shows_the_answers_of_the_draft(
    page: Page, dist: Path
) -> None:
    opened(page, dist, addresses.SELF_ASSESSMENT)
    kept = {"education": ["college"], "insured_months": ["60"], "spouse_local": ["false"]}
    page.evaluate(
        "kept => localStorage.setItem('hujifen.draft',"
        " JSON.stringify({ schema: 1, on: '', kept, readings: {} }))",
        kept,
    )
    page.reload()
    for question, words in {
        "education": "大专（高职）",
        "insured_months": "60 个月",
        "spouse_local": "不是",
        "award": "",
    }.items():
        assert page.inner_text(f"[data-own={question}] [data-guide=answer]") == words


def test_risks_are_counted_and_kept(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.RISK_CHECK).check("[name=unit_match][value=risky]")
    page.locator("[data-guide=count]", has_text="有麻烦的 1 条").wait_for()
    page.reload()
    assert page.is_checked("[name=unit_match][value=risky]")
    page.click("[data-do=clear]")
    page.reload()
    assert page.locator("input:checked").count() == 0


def test_the_risk_check_ends_with_a_verdict(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.RISK_CHECK).check("[name=unit_match][value=risky]")
    page.check("[name=permit_state][value=unsure]")
    verdict = page.locator("[data-guide=verdict]")
    verdict.get_by_text("有 1 处会有麻烦，先办好再递交；另有 1 处要去查。").wait_for()
    assert verdict.locator("li").count() == 2
    assert "缴社保的单位" in verdict.inner_text()
    page.check("[name=unit_match][value=safe]")
    verdict.get_by_text("有 1 处要去查，查清再递交。").wait_for()
    page.click("[data-do=clear]")
    assert not verdict.is_visible()


def test_papers_know_ones_answers_when_one_comes_from_the_result(page: Page, dist: Path) -> None:
    opened(page, dist, addresses.PAPERS)
    keep_needed(page, "residence_permit", "labour_contract", "diplomas")
    page.goto(page.url + "#needed")
    page.reload()
    assert page.is_checked("[name=show][value=needed]")
    assert page.is_visible("[data-paper=diplomas]")
    assert not page.is_visible("[data-paper=degree]")
    page.check("[name=show][value=employer]")
    shown = page.locator("[data-paper]:visible").all()
    assert shown
    assert all(paper.get_attribute("data-from") == "employer" for paper in shown)
    assert not page.is_visible("[data-paper=award_certificate]")


def test_without_scripts_every_paper_and_consequence_is_there(
    chromium: Browser, dist: Path, policy: PolicyText
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{dist / addresses.PAPERS}")
    shown = page.locator("[data-paper]:visible").all()
    editions = (policy.current, *policy.announced)
    known = {paper.code for edition in editions for paper in papers_under(policy, edition)}
    assert {paper.get_attribute("data-paper") for paper in shown} == known
    assert not page.is_visible("[data-guide=tools]")
    page.goto(f"file://{dist / addresses.RISK_CHECK}")
    assert page.locator(".risk__follows:visible").count() == 3 * len(policy.guide.risks)
    page.goto(f"file://{dist / addresses.SEARCH}")
    assert page.is_visible("[data-guide=plain]")
    context.close()


SHEETS = {
    addresses.QUESTIONS: 7,
    addresses.FACT_CHECKS: 7,
    addresses.SOURCES: 11,
    addresses.EDITIONS: 8,
    addresses.PAPERS: 5,
}
"""A4 sheets that a long page may take, with room for an edition that is announced: unfolded it takes many more."""


@pytest.mark.parametrize("address", SHEETS)
def test_a_long_page_is_printed_on_few_sheets(page: Page, dist: Path, address: str) -> None:
    sheets = opened(page, dist, address).pdf(format="A4").count(b"/Type /Page\n")
    assert 0 < sheets <= SHEETS[address]


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        (addresses.QUESTIONS, "断缴会清零吗？"),
        (addresses.FACT_CHECKS, "行政拘留一次扣 150 分。"),
    ],
)
def test_a_phone_jumps_to_any_entry_of_a_long_page(
    page: Page, dist: Path, address: str, heading: str
) -> None:
    listed = opened(page, dist, address).get_by_role("navigation", name="全部")
    fold = listed.locator("details").filter(visible=True, has_text=heading)
    fold.locator("summary").click()
    fold.get_by_text(heading).click()
    expect(page.get_by_role("heading", name=heading)).to_be_in_viewport()


def test_claims_can_be_picked_by_verdict_and_a_link_still_finds_its_own(
    page: Page, dist: Path
) -> None:
    claims = opened(page, dist, addresses.FACT_CHECKS).locator("section.claim")
    page.get_by_role("radio", name="不对").check()
    shown = claims.filter(visible=True)
    verdicts = shown.evaluate_all("all => [...new Set(all.map(each => each.dataset.verdict))]")
    assert verdicts == ["wrong"]
    opened(page, dist, f"{addresses.FACT_CHECKS}#renew-yearly")
    page.get_by_role("radio", name="不对").check()
    expect(page.locator("#renew-yearly")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("path.html", "每一步由谁来办"),
        ("renewal.html", "签注到期日前后"),
        (addresses.indicator("age"), "周岁与分值"),
    ],
)
def test_no_word_of_a_picture_lies_on_another(
    page: Page, dist: Path, address: str, picture: str
) -> None:
    drawn = opened(page, dist, address).get_by_role("img", name=picture)
    boxes = drawn.locator("text").evaluate_all(
        "all => all.map(each => { const { x, y, width, height } = each.getBBox();"
        " return [x, y + height * 0.2, x + width, y + height * 0.8]; })"
    )
    assert len(boxes) > 3
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:place]:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
            assert apart, (left, top, other)
