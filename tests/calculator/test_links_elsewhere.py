"""Links with answers that something on their way has changed, as Firefox and WebKitGTK open them."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Error

from tests.browser import StaticHost
from tests.calculator.test_older_links import HEAD, sealed
from tests.tab import OTHER_BROWSERS, Tab
from tests.webkit import WebKitError

LINK: Final = sealed(f"{HEAD}&education=college&detentions=some.2024-01-15")
AS_NUMBERS: Final = quote(f"b={LINK}", safe="")
FULL_WIDTH: Final = "".join(chr(ord(sign) + 0xFEE0) for sign in f"b={LINK}")
CHANGED: Final = {
    "a question mark for its #": f"?b={LINK}",
    "words of others before it": f"?from=singlemessage&b={LINK}",
    "its mark in capitals": f"#B={LINK}",
    "signs as numbers": f"#{AS_NUMBERS}",
    "signs as numbers, twice": f"#{quote(AS_NUMBERS, safe='')}",
    "its # as a number": f"%23b={LINK}",
    "all as numbers": f"%23{AS_NUMBERS}",
    "all as numbers, twice": f"%2523{quote(AS_NUMBERS, safe='')}",
    "a slash before its name": f"#/b={LINK}",
    "its # twice": f"##b={LINK}",
    "its # as a number behind words of others": f"?_wv=1%23b={LINK}",
    "a question mark before its name": f"#?b={LINK}",
    "a blank before its name": f"#%20b={LINK}",
    "a slash, signs as numbers": f"#%2F{AS_NUMBERS}",
    "its signs full-width": f"#{FULL_WIDTH}",
    "its # full-width, too": f"＃{FULL_WIDTH}",
    "a full-width question mark for its #": f"？b={LINK}",
    "words of others in its #": f"#wechat_redirect#b={LINK}",
    "a sign that nobody sees": f"#b={LINK[:20]}\u200b{LINK[20:]}",
    "signs as HTML": f"#b={LINK.replace('&', '&amp;')}",
}
CUT: Final = (
    "#b",
    "#b=",
    "#/b=",
    "#b=2&E=2023",
    f"#b={LINK[:-1]}",
    f"?b={LINK[:40]}",
    f"#{AS_NUMBERS[:-9]}",
    f"#{FULL_WIDTH[:-1]}",
)
LED_ON: Final = re.compile(
    r"before the unload event|context was destroyed|interrupted by another navigation"
)
"""What browsers say where a page was left before it had answered."""
SAID: Final = """async () => {
  const said = () => document.querySelector('[data-slot=note]')?.textContent;
  while (!said()) await new Promise((resolve) => setTimeout(resolve, 50));
  return [said(), document.querySelector('input[name=education]:checked')?.value, location.href];
}"""


@OTHER_BROWSERS
@pytest.mark.parametrize("change", CHANGED)
def test_a_link_that_was_changed_on_its_way_opens(tab: Tab, site: StaticHost, change: str) -> None:
    page = f"{site.url}calculator.html"
    said, chosen, address = opened(tab, page + CHANGED[change])
    assert "链接带来的答案" in said
    assert (chosen, address) == ("college", page)


@OTHER_BROWSERS
@pytest.mark.parametrize("cut", CUT)
def test_a_link_that_was_cut_is_told(tab: Tab, site: StaticHost, cut: str) -> None:
    page = f"{site.url}calculator.html"
    said, chosen, address = opened(tab, page + cut)
    assert "读不出来" in said
    assert (chosen, address) == (None, page)


def opened(tab: Tab, address: str) -> tuple[str, str | None, str]:
    """What the page says of the link, the chosen degree, and the address as it then is."""
    # A page whose address changes behind the # alone is not loaded anew.
    tab.open("about:blank")
    _followed(lambda: tab.open(address))
    said, chosen, shown = _followed(lambda: tab.call(SAID))
    tab.call("() => sessionStorage.clear()")
    return said, chosen, shown


def _followed[Given](ask: Callable[[], Given]) -> Given:
    """What is given, in the end by the page that the 404 page leads to: it may do so while it is asked."""
    while True:
        try:
            return ask()
        except (Error, WebKitError) as error:
            if not LED_ON.search(str(error)):
                raise
