"""One visitor's visits to one site, measured in the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import batched
from typing import Final

from playwright.sync_api import Browser, BrowserContext

from generator.scoring.many import MOST_REQUESTS
from tests.bench.sites import REQUEST, Sites
from tests.browser import StaticHost

SCORED: Final = """async () => {
  for (let tries = 0; tries < 24000 && !document.scored; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return [document.scored, document.answer];
}"""
CALLS: Final = """async ([text, texts, people, together]) => {
  const ask = document.score;
  for (let warm = 0; warm < 300; warm += 1) await ask(text);
  const begin = performance.now();
  for (let call = 0; call < 500; call += 1) await ask(text);
  const single = (performance.now() - begin) / 500;
  let longest = 0;
  let last = performance.now();
  const tick = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 0);
  const timed = async (all) => {
    const start = performance.now();
    await Promise.all(all.map(ask));
    return performance.now() - start;
  };
  const same = await timed(people.map(() => text));
  const cases = await timed(people.map((_, at) => texts[at % texts.length]));
  const different = await timed(people);
  clearInterval(tick);
  const start = performance.now();
  for (const list of together) await document.call('scores_json', list);
  return { single, same, cases, different, together: performance.now() - start, longest };
}"""
ONE_CALL: Final = """async ([method, text, rounds]) => {
  const took = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const answer = await document.call(method, text);
    took.push(performance.now() - start);
    if (answer.startsWith('{"error"')) throw new Error(answer);
  }
  return took;
}"""
SETTLE_MS: Final = 1500
"""Between visits: the time in which a reader looks at the score, and the engine keeps its memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Milliseconds from navigation to the first score, and body bytes that the host sent for it."""

    milliseconds: float
    sent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Milliseconds of one call, of ten thousand, and the page's longest pause meanwhile.

    The ten thousand are the same request, the golden cases in turn, different people, and these in a few long lists.
    """

    single: float
    same: float
    cases: float
    different: float
    together: float
    longest_pause: float


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A new visitor with empty caches."""
    context = browser.new_context()
    yield context
    context.close()


def visit(context: BrowserContext, host: StaticHost, site: str, answer: str) -> Visit:
    """Open the site as one more visit of this visitor; AssertionError where the score is wrong."""
    page = context.new_page()
    host.log.clear()
    page.goto(f"{host.url}{site}/")
    milliseconds, given = page.evaluate(SCORED)
    assert given == answer
    sent = host.bytes_sent
    page.wait_for_timeout(SETTLE_MS)
    while len(page.workers) > 1:
        page.wait_for_timeout(SETTLE_MS)
    page.close()
    return Visit(milliseconds=float(milliseconds), sent=sent)


def call_often(context: BrowserContext, host: StaticHost, site: str, sites: Sites) -> Calls:
    """Ask the same question one after another, then ten thousand times at once, then others, then lists of them."""
    page = context.new_page()
    page.goto(f"{host.url}{site}/")
    page.evaluate(SCORED)
    lists = [f"[{','.join(some)}]" for some in batched(sites.people, MOST_REQUESTS)]
    found = page.evaluate(CALLS, [REQUEST, list(sites.cases), list(sites.people), lists])
    page.close()
    return Calls(
        single=found["single"],
        same=found["same"],
        cases=found["cases"],
        different=found["different"],
        together=found["together"],
        longest_pause=found["longest"],
    )
