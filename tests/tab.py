"""A page in any of the three browsers, for tests that ask an engine the same everywhere.

Fixture: `tab`, for each browser in turn, with the mark of that browser.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

import pytest
from playwright.sync_api import Browser, Page

from tests.webkit import WebKit

CHROMIUM: Final = pytest.param("chromium", marks=pytest.mark.browser)
OTHERS: Final = (
    pytest.param("firefox", marks=pytest.mark.firefox),
    pytest.param("webkit", marks=pytest.mark.webkit),
)
OTHER_BROWSERS: Final = pytest.mark.parametrize("tab", OTHERS, indirect=True)
"""For files whose like is asked of Chromium elsewhere."""


class Tab(Protocol):
    """One open page."""

    @property
    def browser(self) -> str:
        """The name of its browser: `chromium`, `firefox` or `webkit`."""

    def open(self, address: str) -> None:
        """Go to an address and wait for the page."""

    def call(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 -- what the script gives
        """The awaited value of a JavaScript function that is given the argument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrivenTab:
    """A page of a browser that the project's browser library drives."""

    page: Page
    browser: str

    def open(self, address: str) -> None:
        self.page.goto(address)

    def call(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 -- as above
        return self.page.evaluate(function, argument)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebKitTab:
    """The one window of WebKitGTK."""

    window: WebKit
    browser: str = "webkit"

    def open(self, address: str) -> None:
        self.window.open(address)

    def call(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 -- as above
        return self.window.run(f"({function})(arguments[0])", argument)


@pytest.fixture(scope="module", params=[CHROMIUM, *OTHERS])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A page for all tests of a file; where it compares answers by the hundred, in a browser with all compilers."""
    by_the_hundred = request.node.get_closest_marker("parity")
    fixture = f"optimizing_{request.param}" if by_the_hundred else request.param
    if request.param == "webkit":
        window: WebKit = request.getfixturevalue(fixture)
        yield WebKitTab(window=window)
        window.open("about:blank")
    else:
        browser: Browser = request.getfixturevalue(fixture)
        page = browser.new_page()
        yield DrivenTab(page=page, browser=request.param)
        page.close()
