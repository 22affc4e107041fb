"""Figures lapse: what readers see before, shortly before and after, by Shanghai's day as their own clock has it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import scored_editions
from generator.paging.lapses import Lapse, Lapses, lapses_of
from generator.rendering.filters import date_in_words
from generator.standing import BuildOptions
from tests.browser import StaticHost, serving, until
from tests.policies import TOY_TALLY
from tests.whole_site import built_once

pytestmark = pytest.mark.browser
DAY = timedelta(days=1)
SAID = ".lapse:visible, .lapse-mark:visible"

type Visit = Callable[[str, date], Page]
"""Opens a page of the site on a day."""


@pytest.fixture(scope="module")
def lapses(policy: PolicyText) -> Lapses:
    return lapses_of(policy, scored_editions(policy)[-1])


@pytest.fixture(scope="module")
def ending(lapses: Lapses) -> Lapse:
    """The end of the law."""
    if lapses.edition is None:
        pytest.skip("the law names no last day")
    return lapses.edition


@pytest.fixture(scope="module")
def host(dist: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=dist)) as host:
        yield host


@pytest.fixture
def visit(chromium: Browser, host: StaticHost) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    yield lambda address, day: opened(context.new_page(), host.url + address, day)
    context.close()


def opened(page: Page, url: str, day: date) -> Page:
    page.clock.set_fixed_time(f"{day}T09:00:00+08:00")
    page.goto(url)
    return page


def said(page: Page, lapse: Lapse) -> list[str]:
    """What is to be seen of a lapse."""
    found = page.locator(f'[data-valid-until="{lapse.until}"]:visible')
    return found.all_inner_texts()


PAGES = (
    addresses.HOME,
    addresses.SCORE,
    addresses.SOURCES,
    addresses.indicator("base"),
    addresses.indicator("age"),
)


def test_nothing_is_said_while_all_figures_are_certain(
    visit: Visit, lapses: Lapses, policy: PolicyText
) -> None:
    everything = (
        lapses.edition,
        lapses.reference_level,
        lapses.statutory_average,
        *lapses.documents.values(),
    )
    certain = min(lapse.soon_from or lapse.over_from for lapse in everything if lapse) - DAY
    for address in (*PAGES, addresses.CALCULATOR):
        assert not visit(address, certain).locator(SAID).all_inner_texts(), address


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_shortly_before_and_after_that_the_edition_ends(
    visit: Visit, ending: Lapse, address: str
) -> None:
    assert ending.soon_from
    assert not said(visit(address, ending.soon_from - DAY), ending)
    for day in (ending.soon_from, ending.until):
        soon = " ".join(said(visit(address, day), ending))
        assert "快到期" in soon
        assert "已在" not in soon
    over = visit(address, ending.over_from)
    words = " ".join(said(over, ending))
    assert "到期以后怎么算分，本站不知道" in words
    assert "办法已到期" in words
    assert "快到期" not in words
    assert str(ending.over_from) in words, "the reader sees which date was compared"
    assert over.evaluate("document.documentElement.scrollWidth") == 360


def test_pages_change_over_at_shanghais_midnight_wherever_the_reader_is(
    chromium: Browser, host: StaticHost, ending: Lapse
) -> None:
    context = chromium.new_context(timezone_id="America/New_York")
    page = context.new_page()
    for time, is_over in ((f"{ending.until}T23:59", False), (f"{ending.over_from}T00:01", True)):
        page.clock.set_fixed_time(f"{time}:00+08:00")
        page.goto(host.url + addresses.SCORE)
        assert ("办法已到期" in " ".join(said(page, ending))) is is_over
    context.close()


def test_it_is_said_at_the_standard_score_itself(visit: Visit, ending: Lapse) -> None:
    page = visit(addresses.HOME, ending.over_from)
    assert page.locator(".figure__value .lapse-mark:visible").inner_text() == "办法已到期"


@pytest.mark.parametrize("address", [addresses.indicator("base"), addresses.indicator("title")])
def test_indicators_that_rest_on_the_reference_level_say_that_it_is_not_known_any_more(
    visit: Visit, lapses: Lapses, address: str
) -> None:
    level = lapses.reference_level
    assert level
    assert level.soon_from
    assert not said(visit(address, level.soon_from - DAY), level)
    assert "暂按最后一个数算" in said(visit(address, level.until), level)[0]
    assert "没有查到" in said(visit(address, level.over_from), level)[0]
    assert not said(visit(addresses.indicator("age"), level.over_from), level)


def test_the_calculator_says_it_once_above_the_questions_about_months(
    visit: Visit, lapses: Lapses
) -> None:
    level = lapses.reference_level
    assert level
    page = visit(addresses.CALCULATOR, level.over_from)
    (told,) = said(page, level)
    assert "暂按最后一个数算" in told
    assert page.locator("[data-slot=counts] > .lapse:visible").count() == 1
    assert page.locator(".question .lapse-mark:visible").count() == 0


def test_the_last_known_figure_in_the_table_of_each_yardstick_is_marked(
    visit: Visit, lapses: Lapses
) -> None:
    known = [each for each in (lapses.reference_level, lapses.statutory_average) if each]
    assert known
    for lapse in known:
        marks = visit(addresses.SOURCES, lapse.over_from).locator(
            f'tbody tr:first-child [data-valid-until="{lapse.until}"]:visible'
        )
        said = marks.all_inner_texts()
        assert len(said) == [each.until for each in known].count(lapse.until)
        assert all("已过期" in words for words in said)


def test_what_was_checked_more_than_a_year_ago_says_so_where_the_date_stands(
    visit: Visit, lapses: Lapses
) -> None:
    checked = lapses.checked
    assert not said(visit(addresses.HOME, checked.until), checked)
    page = visit(addresses.HOME, checked.over_from)
    assert page.locator(".page-footer .lapse-mark:visible").inner_text() == "已过一年，请另行核对"
    assert page.locator(".key-facts .lapse-mark:visible").inner_text() == "已过一年，请另行核对"


def test_a_page_kept_on_a_disk_says_it_too(chromium: Browser, dist: Path, ending: Lapse) -> None:
    page = chromium.new_page()
    opened(page, f"file://{dist / addresses.SCORE}", ending.over_from)
    assert said(page, ending)
    page.close()


def test_a_page_that_stays_open_says_it_when_the_reader_comes_back(
    visit: Visit, ending: Lapse
) -> None:
    page = visit(addresses.SCORE, ending.until)
    page.clock.set_fixed_time(f"{ending.over_from}T09:00:00+08:00")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert "办法已到期" in " ".join(said(page, ending))


def test_the_validity_stands_in_words_where_scripts_are_off(
    chromium: Browser, dist: Path, ending: Lapse
) -> None:
    context = chromium.new_context(java_script_enabled=False, bypass_csp=True)
    page = context.new_page()
    page.goto(f"file://{dist / addresses.SCORE}")
    assert not page.locator(SAID).count()
    until = ending.until
    footer = page.locator("footer").inner_text()
    assert f"{date_in_words(until)}止" in footer
    context.close()


def test_the_calculator_refuses_a_day_after_the_end_and_says_why(
    chromium: Browser, whole_site: Path, ending: Lapse
) -> None:
    with serving(StaticHost(root=whole_site)) as host:
        page = opened(chromium.new_page(), host.url + addresses.CALCULATOR, ending.over_from)
        until(page, "() => window.hujifen")
        page.evaluate("hujifen.ready")
        assert page.locator(".score-line .lapse-mark:visible").inner_text() == "办法已到期"
        assert "以后的日子算不出分" in page.locator("#q-on .lapse:visible").inner_text()
        page.locator("#f-birth_date").fill("1990-01-15")
        page.locator("#q-on [data-slot=error]:visible").wait_for()
        page.locator("#f-on").fill(str(ending.until))
        page.locator("[data-slot=result]:visible").wait_for()
        assert page.locator("[data-slot=result] .lapse:visible").count() == 1
        page.close()


def test_a_clock_that_shows_a_day_before_the_data_is_told_to_be_wrong(
    chromium: Browser, whole_site: Path, lapses: Lapses
) -> None:
    page = chromium.new_page()
    told = page.locator(".notice:visible", has_text="时钟比本站的数据还早")
    single_file = f"file://{whole_site / addresses.OFFLINE}"
    opened(page, single_file, lapses.before_data)
    assert str(lapses.before_data) in told.inner_text()
    opened(page, single_file, lapses.before_data + DAY)
    assert told.count() == 0
    page.close()


def test_the_single_file_says_it_too(chromium: Browser, whole_site: Path, ending: Lapse) -> None:
    page = chromium.new_page()
    opened(page, f"file://{whole_site / addresses.OFFLINE}", ending.over_from)
    assert page.locator(".page-lapse .lapse:visible").count() == 1
    assert page.locator(".score-line .lapse-mark:visible").count() == 1
    page.close()


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticHost]:
    """The site of a policy with an announced edition."""
    options = BuildOptions(policy_data=TOY_TALLY, with_engine=False)
    with serving(StaticHost(root=built_once(tmp_path_factory, "changing", options))) as host:
        yield host


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2027, 6, 30), "2026-03-01"),
        (date(2027, 7, 1), "2027-07-01"),
        (date(2020, 1, 1), "2026-03-01 2027-07-01"),
    ],
)
def test_the_form_shows_from_the_first_moment_what_holds_in_the_edition_of_the_day(
    chromium: Browser, changing: StaticHost, day: date, edition: str
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = opened(context.new_page(), f"{changing.url}{addresses.CALCULATOR}", day)
    leads = page.locator(".lead[data-in-editions]:visible").all()
    assert [lead.get_attribute("data-in-editions") for lead in leads] == edition.split()
    context.close()
