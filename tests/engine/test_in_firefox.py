"""The engine in Firefox: the same bytes, the same reasons, kept memory, the site offline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.writing.engine import Engine
from tests.browser import StaticHost, serving
from tests.engine.conftest import POLICY, REQUEST, open_visit
from tests.engine.test_kept_memory import CHANGE_KEPT, FROM_MEMORY, FROM_NOTHING
from tests.engine.test_offline_site import write_build
from tests.engine.toy.scorer import load

pytestmark = pytest.mark.firefox


@pytest.fixture
def reader(firefox: Browser) -> Iterator[BrowserContext]:
    context = firefox.new_context()
    yield context
    context.close()


def test_it_gives_the_same_bytes_and_starts_from_kept_memory(
    reader: BrowserContext, host: StaticHost
) -> None:
    texts = (REQUEST, "{", '{"on": "2024-02-29", "word": "没有"}')
    first = open_visit(reader, host.url)
    assert [first.score(text) for text in texts] == [
        load(POLICY).score_json(text) for text in texts
    ]
    assert first.stages() == FROM_NOTHING
    assert first.kept()
    second = open_visit(reader, host.url)
    assert [second.score(text) for text in texts] == [
        load(POLICY).score_json(text) for text in texts
    ]
    assert second.stages() == FROM_MEMORY


def test_a_damaged_part_is_a_reason_and_a_retry_helps(
    reader: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.parts["stdlib"].address] = "corrupt"
    opened = open_visit(reader, host.url)
    assert opened.ready() == "integrity"
    host.faults.clear()
    opened.page.evaluate("() => document.engine.retry()")
    assert opened.score() == load(POLICY).score_json(REQUEST)


@pytest.mark.parametrize(("kind", "change"), [("/memory/", "bit"), ("/memory/", "browser")])
def test_memory_that_is_in_any_doubt_is_thrown_away(
    reader: BrowserContext, host: StaticHost, kind: str, change: str
) -> None:
    first = open_visit(reader, host.url)
    assert first.score() == load(POLICY).score_json(REQUEST)
    assert first.kept()
    first.page.evaluate(CHANGE_KEPT, [kind, change])
    second = open_visit(reader, host.url)
    assert second.score() == load(POLICY).score_json(REQUEST)
    assert second.stages() == FROM_NOTHING


def test_the_site_works_with_the_host_gone(
    reader: BrowserContext, toy: Engine, tmp_path: Path
) -> None:
    write_build(toy, tmp_path, "a")
    with serving(StaticHost(root=tmp_path, prefix="/some dir/")) as site:
        opened = open_visit(reader, site.url)
        assert opened.score() == load(POLICY).score_json(REQUEST)
        opened.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        opened.page.close()
    opened = open_visit(reader, site.url)
    assert opened.score() == load(POLICY).score_json(REQUEST)
