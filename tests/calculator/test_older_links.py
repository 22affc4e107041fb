"""A link that was made with other data says what has changed, and names what has no place any more."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.loading.model import PolicyText
from tests.browser import StaticHost
from tests.calculator.conftest import Visit, open_page

pytestmark = pytest.mark.browser

type Open = Callable[[str], Visit]

HEAD = "2&E=2023-01-01&D=2026-06-30"


def sealed(text: str) -> str:
    """The text with the checksum of ``link.js``: FNV-1a in base 36."""
    sum_ = 0x811C9DC5
    for character in text.encode():
        sum_ = ((sum_ ^ character) * 0x01000193) % 2**32
    digits = ""
    while sum_:
        sum_, digit = divmod(sum_, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"{text}&Z={digits}"


@pytest.fixture
def opened(profile: BrowserContext, site: StaticHost) -> Iterator[Open]:
    """Opens the calculator with a link's text."""
    visits: list[Visit] = []

    def open_link(text: str) -> Visit:
        visits.append(open_page(profile, f"{site.url}calculator.html#b={sealed(text)}"))
        return visits[-1]

    yield open_link
    for visit in visits:
        assert not [words for words in visit.complaints if "Error" in words]
        visit.page.close()


def test_a_link_of_the_same_data_has_no_news(opened: Open, policy: PolicyText) -> None:
    last = policy.guide.changes[0]
    visit = opened(f"{HEAD}&C={last.on}.{last.code}&education=college")
    expect(visit.slot("note")).to_contain_text("链接带来的答案")
    expect(visit.slot("link-news")).to_be_hidden()


def test_the_changes_since_are_listed(opened: Open, policy: PolicyText) -> None:
    *since, known = policy.guide.changes
    visit = opened(f"{HEAD}&C={known.on}.{known.code}&education=college")
    expect(visit.slot("note")).to_contain_text("有了变化")
    expect(visit.slot("news-made")).to_contain_text(
        f"用 {known.on.year} 年 {known.on.month} 月 {known.on.day} 日的数据做的"
    )
    expect(visit.slot("news-changes").locator("li")).to_have_text(
        [re.compile(re.escape(change.title)) for change in since]
    )
    expect(visit.slot("news-edition")).to_be_hidden()
    expect(visit.slot("news-lost")).to_be_hidden()
    visit.slot("link-news").get_by_role("link", name="数据变化").click()
    assert visit.page.url.endswith("changes.html")


def test_after_a_change_that_is_not_known_any_more_those_of_later_days_are_listed(
    opened: Open, policy: PolicyText
) -> None:
    visit = opened(f"{HEAD}&C=2020-01-01.long_gone&education=college")
    expect(visit.slot("news-made")).to_contain_text("用 2020 年 1 月 1 日的数据做的")
    expect(visit.slot("news-changes").locator("li")).to_have_count(len(policy.guide.changes))


def test_a_link_newer_than_the_page_says_so(opened: Open) -> None:
    visit = opened(f"{HEAD}&C=2099-01-01.yet_to_come&education=college")
    expect(visit.slot("news-made")).to_contain_text("比您手里的这一页新")
    expect(visit.slot("news-changes")).to_be_hidden()


def test_what_has_no_place_any_more_is_named(opened: Open) -> None:
    visit = opened(f"{HEAD}&education=college&title=wizard&hobby=chess.go&R=old_reading.strict")
    lost = visit.slot("news-lost").locator("li")
    expect(lost).to_have_text(
        ["您的职称或技能等级：wizard", "hobby：chess、go", "对条文的理解 old_reading：strict"]
    )
    expect(visit.page.locator('[name="education"][value="college"]')).to_be_checked()
    expect(visit.page.locator(".score-line [data-slot=certain]")).to_be_visible()


def test_what_a_link_says_stays_text(opened: Open) -> None:
    visit = opened(f"{HEAD}&hobby=%3Cimg%20src%3Dx%3E&C=2020-01-01.%3Cimg%3E")
    expect(visit.slot("news-lost")).to_contain_text("<img src=x>")
    assert visit.page.locator("main img").count() == 0


def test_another_edition_on_that_day_is_said(opened: Open) -> None:
    visit = opened("2&E=2018-01-01&D=2026-06-30&education=college")
    expect(visit.slot("news-edition")).to_contain_text("做链接的时候，2026 年 6 月 30 日这一天按")
    expect(visit.slot("news-edition")).to_contain_text("现在知道那天施行的是")
    visit = opened("2&E=2012-01-01&D=2011-06-30&education=college")
    expect(visit.slot("news-edition")).to_contain_text("按另一版办法（2012 年 1 月 1 日起施行）算")
    expect(visit.slot("news-edition")).to_contain_text("没有可以算的办法")


def test_the_news_go_with_the_link_s_answers(opened: Open) -> None:
    visit = opened(f"{HEAD}&C=2020-01-01.long_gone&education=college")
    expect(visit.slot("link-news")).to_be_visible()
    visit.page.locator("[data-action=clear]").click()
    expect(visit.slot("link-news")).to_be_hidden()
    visit = opened("1&E=2023-01-01&D=2026-06-30&education=college")
    expect(visit.slot("note")).to_contain_text("读不出来")


def test_a_link_whose_hash_became_a_question_opens_and_leaves_the_address(
    profile: BrowserContext, site: StaticHost
) -> None:
    page = f"{site.url}calculator.html"
    link = sealed(f"{HEAD}&education=college")
    visit = open_page(profile, f"{page}?b={link}")
    expect(visit.slot("note")).to_contain_text("链接带来的答案")
    expect(visit.page.locator('[name="education"][value="college"]')).to_be_checked()
    assert visit.page.url == page
    visit.page.goto(f"{page}?B=2&E=2023-01-01")
    expect(visit.slot("note")).to_contain_text("读不出来")
    assert visit.page.url == page
    visit.page.close()
