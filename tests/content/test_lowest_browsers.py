"""The lowest browsers are named once, the scripts are written for them, and the page names them to whoever has an older one."""

import json
import re
from typing import Final

import pytest

from generator import paths
from generator.rendering.environment import load_words
from generator.writing.engine.scripts import LOWEST_BROWSERS

ASSETS: Final = paths.SITE_TEMPLATES / "assets"
COMPONENTS: Final = paths.SITE_TEMPLATES / "components"
NEWER: Final = (
    # What the type check can't tell: it knows the language's own library, but not since when browsers have what.
    r"\bObject\.hasOwn\b",
    r"\bstructuredClone\(",
    r"\bDecompressionStream\b",
    r"\bCompressionStream\b",
    r"\.fromBase64\b",
    r"\bAbortSignal\.(?:timeout|any)\b",
    r"\.randomUUID\(",
    r"\.checkVisibility\(",
    r"\.roundRect\(",
    r"\.showPicker\(",
    r"\.(?:show|hide|toggle)Popover\(",
    r"\.inert\b",
    r"\bOffscreenCanvas\b",
    r"\brequestIdleCallback\b",
    r"\breportError\(",
    r"\bnavigator\.(?:locks|userActivation|windowControlsOverlay)\b",
    r"\bIntl\.(?:Segmenter|DurationFormat)\b",
    r"\bURL\.canParse\b",
    r"\bCSS\.highlights\b",
    r"\bstartViewTransition\b",
    r"\.setHTML(?:Unsafe)?\(",
    r"\bRegExp\.escape\b",
    r"\(\?<[=!]",
)
"""What came to one of the lowest browsers after its version here."""
ASKED_FOR: Final = {
    ("engine/inflate.js", r"\.fromBase64\b"),
    ("engine/inflate.js", r"\bDecompressionStream\b"),
    ("engine/offline.js", r"\bDecompressionStream\b"),
    ("engine/idle.js", r"\brequestIdleCallback\b"),
}
"""Where a script first looks whether the browser has it, and does without or says so."""


@pytest.mark.parametrize("newer", NEWER)
def test_no_script_uses_what_the_lowest_browsers_lack(newer: str) -> None:
    found = [
        name
        for file in sorted([*ASSETS.rglob("*.js"), *COMPONENTS.rglob("*.js")])
        for name in [file.relative_to(file.parents[1]).as_posix()]
        if (name, newer) not in ASKED_FOR and re.search(newer, file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_type_check_knows_no_more_of_the_language_than_they() -> None:
    config = json.loads((paths.SITE_TEMPLATES / "jsconfig.json").read_text(encoding="utf-8"))
    assert config["compilerOptions"]["lib"][0] == "es2022"


def test_the_page_names_them() -> None:
    words = load_words(paths.SITE_TEMPLATES)["script"]
    assert isinstance(words, dict)
    named = str(words["browsers"]).lower().replace(" ", "")
    for browser in LOWEST_BROWSERS:
        assert browser in named
