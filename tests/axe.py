"""What axe has against an open page."""

from collections.abc import Mapping
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ALL_RULES: Final[Mapping[str, Any]] = {}
COLOURS: Final[Mapping[str, Any]] = {"runOnly": ["color-contrast"]}


def found_by_axe(page: Page, options: Mapping[str, Any] = ALL_RULES) -> list[tuple[str, str]]:
    """Return each violation by its rule, with the beginning of the element.

    ``options`` are axe's own. Only violations are written out: to name every element that is right takes longer than to
    judge it.
    """
    asked = {**options, "resultTypes": ["violations"]}
    return [
        (violation["id"], node["html"][:120])
        for violation in Axe().run(page, options=asked).response["violations"]
        for node in violation["nodes"]
    ]
