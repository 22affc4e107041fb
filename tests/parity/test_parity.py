"""Browser and command line say the same, byte for byte, through the real calculator page."""

import json
import os
from collections.abc import Iterator, Sequence
from itertools import batched
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.browser import StaticHost, serving
from tests.parity.random_requests import how_many, random_requests
from tests.tab import Tab

pytestmark = pytest.mark.parity

HOW_MANY = how_many(chromium=1200, elsewhere=300)
SEED = int(os.environ.get("PARITY_SEED", "1"))
BATCH = 400
ASK_ALL = "texts => Promise.all(texts.map((text) => window.hujifen.scoreJson(text)))"


@pytest.fixture(scope="module")
def calculator(tab: Tab, whole_site: Path) -> Iterator[Tab]:
    with serving(StaticHost(root=whole_site)) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call("() => window.hujifen.ready")
        yield tab


def differences(requests: Sequence[str], scorer: Scorer, tab: Tab) -> list[tuple[str, str, str]]:
    """Return the requests that the two answer differently, with both answers."""
    different = []
    for batch in batched(requests, BATCH):
        for text, there in zip(batch, tab.call(ASK_ALL, list(batch)), strict=True):
            here = scorer.score_json(text)
            if here.encode() != there.encode():
                different.append((text, here, there))
    return different


def test_every_golden_case_gets_the_same_bytes_in_the_browser(
    policy: PolicyText, scorer: Scorer, calculator: Tab
) -> None:
    requests = [json.dumps(dict(case.request), ensure_ascii=False) for case in policy.cases]
    assert differences(requests, scorer, calculator) == []


def test_random_requests_get_the_same_bytes_in_the_browser(
    policy: PolicyText, scorer: Scorer, calculator: Tab
) -> None:
    count = HOW_MANY[calculator.browser]
    requests = list(random_requests(policy.scoring, count, SEED))
    assert differences(requests, scorer, calculator) == []


def test_the_random_requests_are_worth_asking(policy: PolicyText, scorer: Scorer) -> None:
    count = HOW_MANY["chromium"]
    verdicts = [
        json.loads(scorer.score_json(text)) for text in random_requests(policy.scoring, count, SEED)
    ]
    answered = [verdict for verdict in verdicts if "error" not in verdict]
    assert count * 0.6 < len(answered) < count * 0.95
    assert {verdict["outcome"] for verdict in answered} == {
        "meets_standard",
        "below_standard",
        "vetoed",
        "undecided",
    }
    rows = [award for verdict in answered for award in verdict["awards"]]
    awarded = {row["indicator"] for row in rows if row["status"] == "awarded"}
    assert len(awarded) == len({row["indicator"] for row in rows if row["section"] != "veto"})
    assert {row["status"] for row in rows} == {
        "awarded",
        "not_met",
        "not_counted",
        "unanswered",
        "vetoed",
    }
