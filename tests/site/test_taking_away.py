"""The result on paper, as text and as a file, in the visitor's own browser."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.loading.model import PolicyText
from generator.paging.addresses import CALCULATOR
from generator.policy.editions import in_force_on
from tests.browser import StaticHost, serving, until

pytestmark = pytest.mark.browser
PRINTS_PAPERS = """() => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector('[data-slot=recap-papers]').childElementCount > 0;
}"""
"""The papers come a moment after the score."""
_PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def context(chromium: Browser, whole_site: Path) -> Iterator[BrowserContext]:
    with visitor(chromium, whole_site) as context:
        yield context


@contextmanager
def visitor(chromium: Browser, whole_site: Path) -> Iterator[BrowserContext]:
    with serving(StaticHost(root=whole_site)) as host:
        context = chromium.new_context(
            base_url=host.url, viewport={"width": 360, "height": 800}, accept_downloads=True
        )
        yield context
        context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    with calculator(context) as page:
        yield page


@pytest.fixture(scope="module")
def answered(chromium: Browser, whole_site: Path) -> Iterator[Page]:
    """A page with a sample person's result, of a visitor of its own, for tests that leave it as it is."""
    with visitor(chromium, whole_site) as context, calculator(context) as page:
        be(page, str(page.locator("[data-person]").first.get_attribute("data-person")))
        yield page


@contextmanager
def calculator(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.goto(CALCULATOR)
    until(page, "() => window.hujifen")
    page.evaluate("hujifen.ready")
    yield page
    page.evaluate("localStorage.clear()")
    page.close()


def be(page: Page, person: str) -> str:
    """Takes a sample person; their result sentence."""
    before = page.locator("[data-slot=sentence]").inner_text() or "-"
    page.locator(f'[data-person="{person}"]').click()
    until(
        page,
        "before => ![before, ''].includes(document.querySelector('[data-slot=sentence]').textContent)",
        before,
    )
    return page.locator("[data-slot=sentence]").inner_text()


@pytest.fixture
def people(page: Page) -> list[str]:
    return [
        str(button.get_attribute("data-person")) for button in page.locator("[data-person]").all()
    ]


def test_each_sample_person_s_result_fits_on_one_sheet(page: Page, people: list[str]) -> None:
    for person in people:
        be(page, person)
        sheet = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(_PAGE_OF_A_PDF.findall(sheet)) == 1, person


def test_the_sheet_holds_result_items_answers_papers_edition_date_and_address(
    page: Page, people: list[str], policy: PolicyText
) -> None:
    sentence = be(page, people[0])
    page.emulate_media(media="print")
    until(page, PRINTS_PAPERS)
    recap = page.locator("[data-slot=recap]")
    words = recap.inner_text()
    assert sentence in words
    edition = in_force_on(policy.people[people[0]].on, policy.editions.values())
    assert policy.documents[edition.document].number in words
    assert page.url in words
    assert page.evaluate("new Date().getFullYear().toString()") in words
    assert "仅供参考，以审核为准。" in words
    assert "劳动（聘用）合同" in words
    awarded = page.locator("[data-slot=awards] tr").count()
    assert recap.locator("[data-slot=recap-items] tr").count() == awarded
    answered = page.locator("#form input:checked:not([value='']):visible").count()
    assert recap.locator("dt").count() >= answered
    assert not page.locator("form:visible, .page-header:visible, .page-footer:visible").count()


def test_the_sheet_says_which_reading_it_is_of_and_where_another_leads(page: Page) -> None:
    be(page, "no_degree_at_45")
    page.locator("#f-insured_months").fill("180")
    until(page, "() => document.querySelector('[data-slot=sentence]').textContent.includes('132')")
    page.locator("[data-slot=other-outcome]:visible").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "断缴过吗" in str(page.locator("[data-slot=recap-more]").text_content())
    page.locator("[data-slot=readings] > summary").click()
    page.locator("[data-reading]:visible input:not(:checked)").first.check()
    page.locator("[data-slot=chosen-readings]:visible").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "不是本站默认" in str(page.locator("[data-slot=recap-more]").text_content())


def test_what_is_open_stands_on_the_sheet_as_open(page: Page) -> None:
    page.locator("#f-birth_date").fill("1990-01-15")
    page.locator("[data-slot=result]:visible").wait_for()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "还没有答的项目：" in page.locator("[data-slot=recap]").inner_text()
    assert page.locator("[data-slot=recap-answers] dt").all_inner_texts() == ["您的出生日期"]


def test_without_a_result_the_form_itself_is_printed(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("form").is_visible()
    assert not page.locator("[data-slot=recap]").is_visible()


def test_the_result_can_be_copied_as_text(
    context: BrowserContext, page: Page, people: list[str]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    sentence = be(page, people[0])
    page.locator("[data-action=copy]").click()
    page.get_by_text("已复制").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == sentence
    assert any(line.startswith("年龄 ") for line in lines)
    assert lines[-1].endswith(page.url)
    context.clear_permissions()


def test_where_a_page_may_not_copy_the_text_is_shown_chosen(page: Page, people: list[str]) -> None:
    sentence = be(page, people[0])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("[data-action=copy]").click()
    box = page.locator(".take-away [data-slot=to-copy]")
    box.wait_for()
    assert box.input_value().startswith(sentence)
    assert page.evaluate("getSelection().toString()").startswith(sentence)


def test_answers_go_out_as_the_contract_s_request_and_come_back(
    page: Page, people: list[str], tmp_path: Path
) -> None:
    sentence = be(page, people[-1])
    with page.expect_download() as download:
        page.locator("[data-action=export]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    verdict = json.loads(page.evaluate("text => hujifen.scoreJson(text)", file.read_text()))
    assert verdict["sentence"] == sentence

    page.locator("[data-action=clear]").click()
    page.locator("[data-slot=result]:visible").wait_for(state="hidden")
    page.locator("[data-slot=import]").set_input_files(file)
    page.locator("[data-slot=result]:visible").wait_for()
    assert page.locator("[data-slot=sentence]").inner_text() == sentence
    page.reload()
    page.locator("[data-slot=result]:visible").wait_for()
    assert page.locator("[data-slot=sentence]").inner_text() == sentence


DAMAGED = (
    '{"readings": null}',
    '{"contributions": [null]}',
    '{"contributions": ["x", {"from": "2023-01", "to": "2023-02", "base": 1}]}',
    '{"contributions": [{"from": "2024-01"}]}',
    '{"birth_date": {"year": 1990}}',
)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"policy": "another", "on": "", "answers": {}}',
        *(
            f'{{"policy": "shanghai-points", "on": "2026-06-30", "answers": {answers}}}'
            for answers in DAMAGED
        ),
    ],
)
def test_another_file_is_refused_and_changes_nothing(answered: Page, content: str) -> None:
    sentence = answered.locator("[data-slot=sentence]").inner_text()
    note = answered.locator("[data-slot=file-note]")
    note.evaluate("$note => { $note.textContent = ''; }")
    answered.locator("[data-slot=import]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": content.encode()}
    )
    expect(note).to_contain_text("没有读入")
    assert answered.locator("[data-slot=sentence]").inner_text() == sentence


def test_answers_of_a_file_that_have_no_place_any_more_are_named(page: Page) -> None:
    answers = '{"education": "college", "gone_by_now": "x", "title": "no_such_title"}'
    request = f'{{"policy": "shanghai-points", "on": "2026-06-30", "answers": {answers}}}'
    page.locator("[data-slot=import]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": request.encode()}
    )
    lost = page.locator("[data-slot=news-lost]:visible")
    lost.wait_for()
    assert "gone_by_now" in lost.inner_text()
    assert "no_such_title" in lost.inner_text()
    assert page.locator("#q-education input:checked").get_attribute("value") == "college"


def test_a_score_of_former_answers_is_neither_printed_nor_copied_with_the_new_ones(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.add_init_script("""
      const post = Worker.prototype.postMessage;
      window.hold = () => {
        const held = [];
        Worker.prototype.postMessage = function (...sent) { held.push([this, sent]); };
        window.release = () => {
          Worker.prototype.postMessage = post;
          for (const [worker, sent] of held) post.apply(worker, sent);
        };
      };
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    """)
    page.goto(CALCULATOR)
    until(page, "() => window.hujifen")
    page.evaluate("hujifen.ready")
    be(page, "college_14_years")
    page.evaluate("hold()")
    page.locator("#f-birth_date").fill("1960-01-15")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-slot=recap]").get_attribute("hidden") is not None
    expect(page.locator("[data-slot=late]")).to_be_visible()
    page.locator("[data-action=copy]").press("Enter")
    expect(page.locator("#result [data-slot=kept-note]")).to_contain_text("还没有按改过的答案算好")
    page.evaluate("release()")
    copied = page.locator("#result [data-slot=to-copy]")
    expect(copied).to_be_visible()
    assert copied.input_value().startswith(page.locator("[data-slot=sentence]").inner_text())
    assert "1960" in page.locator("#f-birth_date").input_value()
    page.evaluate("localStorage.clear()")
    page.close()
