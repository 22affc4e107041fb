"""One visitor's visits to one site, measured in the page."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, BrowserContext

from tests.browser import StaticHost

SCORED: Final = """async () => {
  for (let tries = 0; tries < 24000 && !document.scored; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return [document.scored, document.answer];
}"""
CALLS: Final = """async ([text, texts, count]) => {
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
  const same = await timed(Array(count).fill(text));
  const different = await timed(Array.from({ length: count }, (_, at) => texts[at % texts.length]));
  clearInterval(tick);
  return { single, same, different, longest };
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
    """Milliseconds of one call, of ten thousand of the same request and of others, and the page's longest pause."""

    single: float
    same: float
    different: float
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
    while any(worker.url.endswith("#keep") for worker in page.workers):
        page.wait_for_timeout(SETTLE_MS)
    page.close()
    return Visit(milliseconds=float(milliseconds), sent=sent)


def call_often(
    context: BrowserContext, host: StaticHost, site: str, request: str, others: Sequence[str]
) -> Calls:
    """Ask the same question one after another, then ten thousand times at once, then others in turn."""
    page = context.new_page()
    page.goto(f"{host.url}{site}/")
    page.evaluate(SCORED)
    found = page.evaluate(CALLS, [request, list(others), 10_000])
    page.close()
    return Calls(
        single=found["single"],
        same=found["same"],
        different=found["different"],
        longest_pause=found["longest"],
    )
