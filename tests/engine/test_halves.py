"""The runtime in two halves: scores need the first alone, whatever needs the rest waits for it and is answered right."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Route

from generator.writing.engine import Engine, SelfCheck, build_engine
from tests.browser import Fault, StaticHost, until
from tests.engine.conftest import POLICY, REQUEST, TOY, Visit, open_visit, toy_options, write_site
from tests.engine.toy.scorer import Scorer, load

pytestmark = pytest.mark.browser

ASK_LATER: Final = """([method, texts]) => {
  document.answers = undefined;
  Promise.all(texts.map((text) => document.engine.call(method, text))).then((answers) => {
    document.answers = answers;
  });
}"""
NOTE_ANEW: Final = """window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', ({ data }) => { document.isAnew ||= data.kind === 'anew'; });
  }
}"""
ASK_IN_VAIN: Final = (
    "(text) => document.engine.call('rare_json', text).catch((error) => error.reason)"
)


@pytest.fixture
def scorer() -> Scorer:
    return load(POLICY)


@dataclass
class Gate:
    """Holds the rest back until it is opened."""

    held: list[Route] = field(default_factory=list)

    def hold(self, route: Route) -> None:
        self.held.append(route)

    def open(self) -> None:
        for route in self.held:
            route.continue_()


@pytest.fixture
def gate(context: BrowserContext) -> Gate:
    gate = Gate()
    context.route("**/pyodide-rest.*.wasm", gate.hold)
    return gate


def until_held(opened: Visit, gate: Gate) -> None:
    """Returns once the rest has been asked for; looking at the page lets the driver hear of it."""
    while not gate.held:
        opened.page.evaluate("() => undefined")


def test_scores_come_without_the_rest(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine, scorer: Scorer
) -> None:
    rest = toy.parts["rest"].address
    host.faults[rest] = "missing"
    opened = visit()
    asked = [
        REQUEST,
        '{"on": "no date"}',
        "{",
        "\ud83d\ude00",
        '{"on": "2024-02-29", "word": "没有"}',
    ]
    assert [opened.score(text) for text in asked] == [scorer.score_json(text) for text in asked]
    assert opened.ask("seldom_json", "迟") == scorer.seldom_json("迟")
    assert opened.events()[-1]["stage"] == "ready"
    assert opened.events()[-1]["total"] == toy.total


def test_the_rest_comes_by_itself_once_there_is_an_answer(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine
) -> None:
    opened = visit()
    assert opened.ready() == "ready"
    rest = toy.parts["rest"].address
    assert rest not in {exchange.path for exchange in host.log}
    opened.score()
    host.wait_for(rest)


def test_what_needs_the_rest_is_answered_once_that_is_there_and_so_is_all_behind_it(
    context: BrowserContext, gate: Gate, host: StaticHost, scorer: Scorer
) -> None:
    opened = open_visit(context, host.url)
    assert opened.score() == scorer.score_json(REQUEST)
    opened.page.evaluate(ASK_LATER, ["rare_json", ["a", "积分"]])
    opened.page.evaluate(
        "(text) => { document.engine.call('score_json', text).then((answer) => { document.behind = answer; }); }",
        REQUEST,
    )
    until_held(opened, gate)
    assert opened.page.evaluate("() => [document.answers ?? null, document.behind ?? null]") == [
        None,
        None,
    ]
    gate.open()
    assert until(opened.page, "() => document.answers") == [
        scorer.rare_json("a"),
        scorer.rare_json("积分"),
    ]
    assert until(opened.page, "() => document.behind") == scorer.score_json(REQUEST)
    # The reader is told nothing of it.
    assert opened.stages() == ["download", "start", "rules", "selfcheck", "ready"]


def test_what_needs_the_rest_while_it_is_not_asked_for_yet_brings_it(
    visit: Callable[[], Visit], scorer: Scorer
) -> None:
    opened = visit()
    assert opened.ask("rare_json", "first of all") == scorer.rare_json("first of all")
    assert opened.ask("rare_json", "and again") == scorer.rare_json("and again")
    assert opened.score() == scorer.score_json(REQUEST)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("missing", "missing"),
        ("broken", "host"),
        ("page", "other"),
        ("empty", "empty"),
        ("corrupt", "integrity"),
        ("cut", "cut"),
        ("elsewhere", "other"),
    ],
)
def test_a_rest_that_does_not_come_right_is_a_reason_and_a_retry_helps(
    visit: Callable[[], Visit],
    host: StaticHost,
    toy: Engine,
    scorer: Scorer,
    *,
    fault: Fault,
    reason: str,
) -> None:
    host.faults[toy.parts["rest"].address] = fault
    opened = visit()
    assert opened.score() == scorer.score_json(REQUEST)
    assert opened.page.evaluate(ASK_IN_VAIN, "a") == reason
    assert opened.events()[-1] == {**opened.events()[-1], "stage": "failed", "reason": reason}
    host.faults.clear()
    opened.page.evaluate("() => document.engine.retry()")
    assert opened.score() == scorer.score_json(REQUEST)
    assert opened.ask("rare_json", "a") == scorer.rare_json("a")


def test_a_rest_that_stands_still_while_it_is_awaited_is_told_as_a_download(
    context: BrowserContext, host: StaticHost, toy: Engine, scorer: Scorer
) -> None:
    host.faults[toy.parts["rest"].address] = "stall"
    context.clock.install()
    context.add_init_script(NOTE_ANEW)
    opened = open_visit(context, host.url)
    assert opened.score() == scorer.score_json(REQUEST)
    opened.page.evaluate(
        "() => { document.engine.call('rare_json', 'a').catch((error) => { document.reason = error.reason; }); }"
    )
    # The clock of the page is turned, that of the worker is not.
    assert until(opened.page, "() => document.isAnew")
    while not opened.events()[-1].get("isSilent"):
        opened.page.clock.fast_forward(5_000)
    assert opened.events()[-1]["stage"] == "download"
    while (reason := opened.page.evaluate("() => document.reason")) is None:
        opened.page.clock.fast_forward(5_000)
    assert reason == "timeout"


def test_a_start_that_needs_the_rest_waits_for_it(
    context: BrowserContext, host: StaticHost, scorer: Scorer
) -> None:
    options = toy_options(scorer, stock_runtime=False)
    rare = SelfCheck(method="rare_json", request="a", answer=scorer.rare_json("a"))
    engine = build_engine(TOY, POLICY, replace(options, self_checks=(rare,)))
    write_site(engine, host.root)
    opened = open_visit(context, host.url)
    assert opened.score() == scorer.score_json(REQUEST)
    assert engine.parts["rest"].address in {exchange.path for exchange in host.log}


def test_a_later_visit_has_both_halves_from_the_start(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine, scorer: Scorer
) -> None:
    opened = visit()
    opened.score()
    assert any("pyodide-rest" in address for address in opened.kept())
    host.faults[toy.parts["rest"].address] = "missing"
    host.log.clear()
    second = visit()
    assert second.ask("rare_json", "a") == scorer.rare_json("a")
    assert second.stages() == ["download", "start", "ready"]
    assert toy.parts["rest"].address not in {exchange.path for exchange in host.log}
