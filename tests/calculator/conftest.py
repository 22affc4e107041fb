"""A visitor's browser in front of the built site, and the scorer that the command line runs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from generator.loading.model import PolicyText
from generator.scorer import Scorer, load
from generator.scoring.questions import Kind
from tests.browser import StaticHost, serving
from tests.shipped import shipped_policy

PHONE: Final[ViewportSize] = {"width": 360, "height": 800}


ASSUMED: Final[Mapping[str, object]] = {
    question.code: question.nothing
    for question in shipped_policy().questions.values()
    if question.situation and question.nothing is not None and question.asked_if is None
}
"""What the page assumes of someone who says nothing of it, where the edition of the day asks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page of the site, and everything that it asked for or complained about."""

    page: Page
    requests: list[str]
    complaints: list[str]

    def slot(self, name: str) -> Locator:
        """The place on the page that the script fills under this name."""
        return self.page.locator(f"[data-slot={name}]").first

    def reveal(self, question: str) -> None:
        """Have a question in sight that is asked of some people only: all of its kind are."""
        place = self.page.locator(f"#q-{question}")
        if place.is_visible():
            if place.get_attribute("data-folded") is not None:
                place.locator("[data-action=choose]").click()
            return
        fold = self.page.locator(".counts:not([open])", has=place)
        if fold.count():
            fold.locator("> summary").click()
        else:
            self.page.locator("[data-action=unfold]").click()

    def tick(self, situation: str) -> None:
        self.page.locator(f'[name=situation][value="{situation}"]').check()

    def pick(self, question: str, value: str) -> None:
        self.reveal(question)
        self.page.locator(f'input[name="{question}"][value="{value}"]').check()

    def type(self, question: str, text: str) -> None:
        """Type into a field and leave it."""
        self.reveal(question)
        field = self.page.locator(f"#f-{question}")
        field.fill(text)
        field.blur()

    def choose_person(self, code: str) -> None:
        self.page.locator(f'[data-person="{code}"]').click()

    def clear(self) -> None:
        """Take all answers back: no result is left to be taken for the next one."""
        self.page.locator("[data-action=clear]").click()
        expect(self.slot("distance")).to_have_text("还没有答案")
        expect(self.slot("result")).to_be_hidden()

    def ready(self) -> str:
        """'ready', or the reason why not."""
        return str(
            self.page.evaluate(
                "() => window.hujifen.ready.then(() => 'ready', (error) => error.reason)"
            )
        )


@pytest.fixture(scope="session")
def policy() -> PolicyText:
    return shipped_policy()


@pytest.fixture(scope="session")
def scorer(policy: PolicyText) -> Scorer:
    return load(policy.scoring_text)


@pytest.fixture(scope="session")
def site(whole_site: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=whole_site)) as host:
        yield host


@pytest.fixture(scope="session")
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """One visitor's browser for all tests: the engine starts from its kept memory after the first.

    Whoever sets the clock of a page sets that of all pages of its browser: they need one of their own, as `stranger` is.
    """
    context = chromium.new_context(viewport=PHONE, service_workers="block", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def stranger(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing."""
    context = chromium.new_context(viewport=PHONE, service_workers="block", reduced_motion="reduce")
    yield context
    # What still answers a request then would fail in the test that comes next.
    context.unroute_all(behavior="ignoreErrors")
    context.close()


@pytest.fixture(scope="session")
def opened(profile: BrowserContext, site: StaticHost) -> Iterator[Visit]:
    visit = open_page(profile, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    yield visit
    visit.page.close()


@pytest.fixture
def calculator(opened: Visit) -> Iterator[Visit]:
    """The calculator on a phone with the engine ready and an empty form; the same page for many tests."""
    opened.page.evaluate("() => document.activeElement?.blur()")
    opened.clear()
    yield opened
    opened.page.evaluate("() => localStorage.clear()")


@pytest.fixture
def newcomer(profile: BrowserContext, site: StaticHost) -> Iterator[Visit]:
    """The calculator on a page of its own, as on a first visit; the engine may still be starting."""
    visit = open_page(profile, f"{site.url}calculator.html")
    yield visit
    visit.page.evaluate("() => localStorage.clear()")
    visit.page.close()


def open_page(context: BrowserContext, url: str) -> Visit:
    page = context.new_page()
    visit = Visit(page=page, requests=[], complaints=[])
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(url)
    return visit


def looking_ahead(policy: PolicyText, on: date, answers: Mapping[str, object]) -> dict[str, object]:
    """Answers of a day beside those that the page takes for given where it looks ahead: none of what only later editions ask.

    What a ledger decides is left to it.
    """
    asked = {
        code: edition.first
        for edition in reversed(policy.scoring.editions)
        for code in edition.questions
    }
    kinds = {policy.questions[code].kind for code in answers if code in policy.questions}
    later = {
        code
        for code, first in asked.items()
        if first > on
        and not (Kind.LEDGER in kinds and policy.questions[code].from_ledger is not None)
    }
    return {**{code: policy.nothing[code] for code in later if code in policy.nothing}, **answers}


def link_of(page: Page) -> str:
    """The link that is offered for copying by hand: the clipboard is not given to tests."""
    page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )
    # By key: what comes in meanwhile may move the button away from under a pointer.
    page.locator("[data-action=link]").press("Enter")
    box = page.locator("#result [data-slot=to-copy]")
    expect(box).to_be_visible()
    return box.input_value()


def verdict(
    scorer: Scorer,
    answers: Mapping[str, object],
    on: str = "2026-06-30",
    unsure: tuple[str, ...] = (),
) -> dict[str, Any]:
    """What the command line prints for these answers, with those that the page assumes beside."""
    (asked,) = (
        each.questions for each in scorer.policy.editions if f"{each.first}" <= on <= f"{each.last}"
    )
    assumed = {code: none for code, none in ASSUMED.items() if code in asked and code not in unsure}
    request = {"policy": "shanghai-points", "on": on, "answers": {**assumed, **answers}}
    made: dict[str, Any] = json.loads(scorer.score_json(json.dumps(request)))
    return made
