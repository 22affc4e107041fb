"""The first gear of the built site says the same as CPython in browsers, for every golden case."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.loading import load as load_data
from generator.scorer import load
from tests.browser import StaticHost, serving
from tests.shipped import SHIPPED_POLICY

pytestmark = pytest.mark.parity

DECLINED = ""
ASK = """([address, texts]) => new Promise((resolve, reject) => {
  const worker = new Worker(address);
  const found = [];
  worker.onmessage = ({ data }) => {
    if (data.kind === 'failed') reject(new Error(data.detail));
    if (data.kind === 'ready') {
      worker.postMessage({ kind: 'calls', calls: texts.map((text, id) => ({ id, method: 'score_json', text })) });
    }
    if (data.kind !== 'answers') return;
    found.push(...data.answers.map(({ text }) => text));
    if (found.length === texts.length) resolve(found);
  };
})"""


@pytest.fixture(scope="module")
def site(whole_site: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=whole_site)) as host:
        yield host


def require_the_same(browser: Browser, site: StaticHost) -> None:
    """Ask the worker that pages start, on a page of the site and behind its policy of what may be loaded."""
    policy = load_data(SHIPPED_POLICY)
    scorer = load(policy.scoring_text)
    requests = [json.dumps(dict(case.request), ensure_ascii=False) for case in policy.cases]
    named = re.search(r"gear\.[0-9a-f]+\.js", (site.root / "calculator.html").read_text("utf-8"))
    assert named is not None
    page = browser.new_page()
    page.goto(f"{site.url}calculator.html")
    answers = page.evaluate(ASK, [f"{site.url}assets/engine/{named[0]}", requests])
    page.close()
    assert [
        text
        for text, there in zip(requests, answers, strict=True)
        if there not in {scorer.score_json(text), DECLINED}
    ] == []
    assert answers.count(DECLINED) == 0


@pytest.mark.browser
def test_every_golden_case_gets_the_same_bytes_in_chromium(
    chromium: Browser, site: StaticHost
) -> None:
    require_the_same(chromium, site)


@pytest.mark.firefox
def test_every_golden_case_gets_the_same_bytes_in_firefox(
    firefox: Browser, site: StaticHost
) -> None:
    require_the_same(firefox, site)
