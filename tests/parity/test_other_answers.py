"""Timelines, plans, ledgers and readings are the same in the browser and here, byte for byte."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.scorer import Scorer
from tests.browser import StaticHost, serving
from tests.timeline.people import random_person

pytestmark = [pytest.mark.browser, pytest.mark.parity]

START = """async (client) => {
    const { engine } = JSON.parse(document.getElementById('self-check-data').textContent);
    const { connect } = await import(new URL(client, document.baseURI));
    const worker = new URL(engine.worker, document.baseURI).href;
    document.secondEngine = connect({ worker, total: engine.total });
    await document.secondEngine.ready;
}"""
METHODS = (
    "timeline_json",
    "plans_json",
    "reverse_json",
    "ledger_json",
    "readings_json",
    "paste_json",
    "papers_json",
    "editions_json",
    "outlook_json",
)
ASK_ALL = """([method, texts]) =>
    Promise.all(texts.map((text) => document.secondEngine.call(method, text)))"""


@pytest.fixture(scope="module")
def engine_page(optimizing_chromium: Browser, whole_site: Path) -> Iterator[Page]:
    """A page of the site with an engine that the test may ask anything."""
    with serving(StaticHost(root=whole_site)) as host:
        page = optimizing_chromium.new_page()
        page.goto(f"{host.url}self-check.html")
        client = next((whole_site / "assets" / "engine").glob("client.*.js"))
        page.evaluate(START, client.relative_to(whole_site).as_posix())
        yield page
        page.close()


def people(seed: int, count: int) -> list[dict[str, Any]]:
    dice = Random(seed)
    return [random_person(dice, date(2022, 1, 1)) for _ in range(count)]


def requests(method: str) -> list[str]:
    """Return requests for a method, a broken one among them."""
    asked = people(len(method), 40 if method in ("plans_json", "reverse_json") else 80)
    for request in asked:
        if method == "timeline_json":
            request["until"] = "2040-12-31"
        if method == "outlook_json":
            request |= {"deadlines": {"middle_exam": 2024}, "permit_ends": "2024-02-29"}
        if method == "reverse_json":
            request["by"] = "2027-12-31"
    lines = "2023-04 至 2025-06, 12000\n２０２５年７月 ９０００元 补缴\n什么也不是"
    special = [{"lines": lines}] if method == "paste_json" else asked
    return [json.dumps(request, ensure_ascii=False) for request in [*special, {"on": 1}]]


@pytest.mark.parametrize("method", METHODS)
def test_the_browser_answers_with_the_same_bytes(
    method: str, scorer: Scorer, engine_page: Page
) -> None:
    texts = requests(method)
    here = [scorer.reply(method, text).text for text in texts]
    assert engine_page.evaluate(ASK_ALL, [method, texts]) == here
    assert any("error" not in json.loads(answer) for answer in here)
