"""The runtime in two halves in Firefox and WebKitGTK, as `test_halves` has it in Chromium: the rest missing, late, wrong."""

from typing import Final

import pytest

from generator.writing.engine import Engine
from tests.browser import Fault, StaticHost
from tests.engine.conftest import POLICY, REQUEST
from tests.engine.toy.scorer import Scorer, load
from tests.tab import OTHER_BROWSERS, Tab

pytestmark = OTHER_BROWSERS

SCORE: Final = "(text) => window.hujifen.scoreJson(text)"
NEEDS_THE_REST: Final = "(text) => document.engine.call('rare_json', text)"
IN_VAIN: Final = "(text) => document.engine.call('rare_json', text).catch((error) => error.reason)"
ASK_LATER: Final = """(text) => {
  document.engine.call('rare_json', text).then((answer) => { document.answer = answer; });
}"""
LAST_EVENT: Final = "() => document.events.at(-1)"


@pytest.fixture
def scorer() -> Scorer:
    return load(POLICY)


def test_scores_come_without_the_rest(
    tab: Tab, host: StaticHost, toy: Engine, scorer: Scorer
) -> None:
    host.faults[toy.parts["rest"].address] = "missing"
    tab.open(host.url)
    asked = [REQUEST, '{"on": "no date"}', "{", '{"on": "2024-02-29", "word": "没有"}']
    assert [tab.call(SCORE, text) for text in asked] == [scorer.score_json(text) for text in asked]
    assert tab.call(LAST_EVENT)["stage"] == "ready"


def test_what_needs_the_rest_is_answered_once_that_is_there(
    tab: Tab, host: StaticHost, toy: Engine, scorer: Scorer
) -> None:
    host.faults[toy.parts["rest"].address] = "late"
    tab.open(host.url)
    assert tab.call(SCORE, REQUEST) == scorer.score_json(REQUEST)
    tab.call(ASK_LATER, "积分")
    host.wait_until_held()
    assert tab.call("() => document.answer ?? null") is None
    host.released.set()
    assert tab.call(NEEDS_THE_REST, "a") == scorer.rare_json("a")
    assert tab.call("() => document.answer") == scorer.rare_json("积分")
    assert tab.call(SCORE, REQUEST) == scorer.score_json(REQUEST)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("missing", "missing"), ("elsewhere", "other"), ("corrupt", "integrity"), ("cut", "cut")],
)
def test_a_rest_that_does_not_come_right_is_a_reason_and_a_retry_helps(
    tab: Tab, host: StaticHost, toy: Engine, scorer: Scorer, *, fault: Fault, reason: str
) -> None:
    host.faults[toy.parts["rest"].address] = fault
    tab.open(host.url)
    assert tab.call(SCORE, REQUEST) == scorer.score_json(REQUEST)
    assert tab.call(IN_VAIN, "a") == reason
    failed = tab.call(LAST_EVENT)
    assert (failed["stage"], failed["reason"]) == ("failed", reason)
    host.faults.clear()
    tab.call("() => void document.engine.retry()")
    assert tab.call(SCORE, REQUEST) == scorer.score_json(REQUEST)
    assert tab.call(NEEDS_THE_REST, "a") == scorer.rare_json("a")
