"""Every golden case of the real site in the other browsers: its self-check compares all bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import StaticHost, serving
from tests.webkit import WebKit

AGREED = "全部一致"
VERDICT = "[data-slot=verdict]"
WAIT_FOR_VERDICT = """(async () => {
  const verdict = () => document.querySelector(arguments[0]).textContent.trim();
  while (!verdict()) await new Promise((resolve) => setTimeout(resolve, 100));
  return verdict();
})()"""


@pytest.fixture
def site(whole_site: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=whole_site)) as host:
        yield host


@pytest.mark.firefox
def test_all_cases_agree_in_firefox(optimizing_firefox: Browser, site: StaticHost) -> None:
    page = optimizing_firefox.new_page()
    page.goto(f"{site.url}self-check.html")
    expect(page.locator(VERDICT)).to_contain_text(AGREED)
    page.close()


@pytest.mark.webkit
def test_all_cases_agree_in_webkit(optimizing_webkit: WebKit, site: StaticHost) -> None:
    optimizing_webkit.open(f"{site.url}self-check.html")
    assert AGREED in str(optimizing_webkit.run(WAIT_FOR_VERDICT, VERDICT))
