"""The first half of the runtime answers whatever a reader asks, with the same bytes as the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.browser import StaticHost, serving
from tests.parity.random_requests import random_requests
from tests.parity.test_other_answers import ASK_ALL, METHODS, START, requests
from tests.tab import Tab

pytestmark = pytest.mark.parity

RANDOM = 500


@pytest.fixture(scope="module")
def first_half(tab: Tab, whole_site: Path) -> Iterator[Tab]:
    """A page of the site with an engine that may ask for the rest as often as it likes, and does not get it."""
    with serving(StaticHost(root=whole_site)) as host:
        host.faults["pyodide-rest"] = "missing"
        tab.open(f"{host.url}self-check.html")
        client = next((whole_site / "assets" / "engine").glob("client.*.js"))
        tab.call(START, client.relative_to(whole_site).as_posix())
        yield tab


def test_it_scores_every_golden_case_and_random_people(
    first_half: Tab, policy: PolicyText, scorer: Scorer
) -> None:
    texts = [json.dumps(dict(case.request), ensure_ascii=False) for case in policy.cases]
    texts += random_requests(policy.scoring, RANDOM, seed=102)
    here = [scorer.score_json(text) for text in texts]
    assert first_half.call(ASK_ALL, ["score_json", texts]) == here


@pytest.mark.parametrize("method", METHODS)
def test_it_answers_all_else_that_the_pages_ask(
    method: str, first_half: Tab, scorer: Scorer
) -> None:
    texts = requests(method)
    here = [scorer.reply(method, text).text for text in texts]
    assert first_half.call(ASK_ALL, [method, texts]) == here
