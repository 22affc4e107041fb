"""The first gear of the built site says the same as CPython in browsers, byte for byte, or leaves it to the engine of record."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import batched
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.browser import StaticHost, serving
from tests.parity.broken_requests import broken_requests
from tests.parity.random_requests import how_many, random_requests
from tests.parity.test_first_gear import BATCH, DECLINED, SEED, Ask, differences
from tests.tab import Tab

pytestmark = pytest.mark.parity

HOW_MANY = how_many(chromium=300, elsewhere=100)
START = """(address) => new Promise((resolve, reject) => {
  document.gear = new Worker(address);
  document.gear.onmessage = ({ data }) => {
    if (data.kind === 'failed') reject(new Error(`${data.reason}: ${data.detail}`));
    if (data.kind === 'ready') resolve(true);
  };
})"""
ASK = """(texts) => new Promise((resolve, reject) => {
  const found = [];
  document.gear.onmessage = ({ data }) => {
    if (data.kind === 'failed') reject(new Error(`${data.reason}: ${data.detail}`));
    if (data.kind !== 'answers') return;
    found.push(...data.answers.map(({ bytes }) => new TextDecoder().decode(bytes)));
    if (found.length === texts.length) resolve(found);
  };
  document.gear.postMessage({ kind: 'calls', calls: texts.map((text, id) => ({ id, method: 'score_json', text })) });
})"""


@pytest.fixture(scope="module")
def ask(tab: Tab, whole_site: Path) -> Iterator[Ask]:
    """The worker that pages start, on a page of the site and behind its policy of what may be loaded."""
    named = re.search(r"gear\.[0-9a-f]+\.js", (whole_site / "calculator.html").read_text("utf-8"))
    assert named is not None
    with serving(StaticHost(root=whole_site)) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call(START, f"{host.url}assets/engine/{named[0]}")
        yield lambda requests: answers(tab, requests)


def answers(tab: Tab, requests: Sequence[str]) -> list[str]:
    return [answer for batch in batched(requests, BATCH) for answer in tab.call(ASK, list(batch))]


def test_every_golden_case_gets_the_same_bytes(
    policy: PolicyText, scorer: Scorer, ask: Ask
) -> None:
    requests = [json.dumps(dict(case.request), ensure_ascii=False) for case in policy.cases]
    assert ask(requests) == [scorer.score_json(text) for text in requests]


def test_random_requests_get_the_same_bytes(
    policy: PolicyText, scorer: Scorer, tab: Tab, ask: Ask
) -> None:
    requests = list(random_requests(policy.scoring, HOW_MANY[tab.browser], SEED))
    said = ask(requests)
    assert differences(requests, scorer, said) == []
    print(f"{len(said)} random requests, {said.count(DECLINED)} declined")
    assert said.count(DECLINED) < len(said) / 20


def test_broken_requests_get_the_same_bytes_or_are_declined(
    policy: PolicyText, scorer: Scorer, ask: Ask
) -> None:
    requests = broken_requests(json.dumps(dict(policy.cases[-1].request), ensure_ascii=False))
    assert differences(requests, scorer, ask(requests)) == []
