"""Pages that lead to the calculator bring the engine's parts ahead, unless the visitor saves data."""

from gzip import compress
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext

from generator.writing.engine import Engine
from generator.writing.engine.values import REST
from tests.browser import StaticHost, until
from tests.engine.conftest import POLICY, REQUEST, open_visit
from tests.engine.toy.scorer import load

pytestmark = pytest.mark.browser

TEXT: Final = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>text</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'">
<script src="{ahead}" defer></script>
"""
"""A page of text with the policy of the site's."""
LINKS: Final = "() => document.querySelectorAll('link[rel=prefetch]').length"


@pytest.fixture
def text(host: StaticHost, toy: Engine) -> str:
    page = TEXT.format(ahead=toy.names["assets/engine/ahead.js"])
    Path(host.root, "text.html").write_text(page, encoding="utf-8")
    # As every site has it; unpacked it is more than the browser's cache takes in a private window.
    runtime = host.root / toy.parts["wasm"].address
    runtime.with_name(f"{runtime.name}.gz").write_bytes(compress(runtime.read_bytes(), 1))
    return f"{host.url}text.html"


def test_the_parts_come_while_one_reads_and_are_not_fetched_again(
    context: BrowserContext, host: StaticHost, toy: Engine, text: str
) -> None:
    page = context.new_page()
    page.goto(text)
    needed = {role: part.address for role, part in toy.parts.items() if role != REST}
    parts = {toy.worker, *needed.values()}
    assert page.evaluate(LINKS) == len(parts)
    for address in parts:
        host.wait_for(address)
    host.log.clear()
    assert open_visit(context, host.url).score() == load(POLICY).score_json(REQUEST)
    assert not {exchange.path for exchange in host.log} & parts


@pytest.mark.parametrize("line", ["{ saveData: true }", "{ effectiveType: 'slow-2g' }"])
def test_who_saves_data_or_has_a_slow_line_gets_nothing_ahead(
    context: BrowserContext, text: str, line: str
) -> None:
    context.add_init_script(
        f"Object.defineProperty(Navigator.prototype, 'connection', {{ value: {line} }})"
    )
    page = context.new_page()
    page.goto(text)
    assert until(page, "() => document.readyState === 'complete'")
    assert page.evaluate(LINKS) == 0
