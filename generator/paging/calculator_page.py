"""The calculator: the form as a worksheet, and the places that its script fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import ScoredEdition, current_of
from generator.paging.lapses import follows_reference_level
from generator.paging.page import Page
from generator.paging.papers_page import papers_data
from generator.paging.questions import GroupView, is_shown, question_groups
from generator.policy.facts import RENEWAL_FACTS
from generator.policy.guide.comparison import answered_with_nothing, neighbours
from generator.policy.guide.deadlines import Deadline
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.policy.questions import Situation
from generator.policy.readings import ReadingText

_BLANK_PERSON = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorBody:
    """``data`` is what the script needs to know, as JSON in a data block of the page."""

    shown: tuple[ScoredEdition, ...]
    """The edition in force, and those that are announced."""
    groups: tuple[GroupView, ...]
    situations: tuple[Situation, ...]
    people: tuple[Person, ...]
    readings: tuple[ReadingText, ...]
    follows_reference_level: frozenset[str]
    """The questions whose answers count months against the reference level."""
    deadlines: tuple[Deadline, ...]
    data: Plain


def calculator_page(
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    engine: Mapping[str, Plain],
    base_url: str,
) -> Page:
    """The calculator; ``engine`` is the manifest that its worker starts from."""
    return Page(
        address=addresses.CALCULATOR,
        template="pages/calculator.html.j2",
        title="积分计算器",
        description="按现行办法逐项算分：每一分写明条文和理由，答案只留在您的设备上。",
        runs_engine=True,
        body=_body(policy, editions, engine, base_url, address_of=str),
    )


def offline_page(policy: PolicyText, editions: tuple[ScoredEdition, ...], base_url: str) -> Page:
    """The calculator as a single file that carries its engine and all other pages."""
    return Page(
        address=addresses.OFFLINE,
        template="pages/offline.html.j2",
        title="积分计算器（离线版）",
        description="一个文件装下计算器和全部说明，不用联网。",
        runs_engine=True,
        is_public=False,
        body=_body(
            policy,
            editions,
            {},
            base_url,
            address_of=lambda address: f"#{addresses.inside(address)}",
        ),
    )


def _body(
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    engine: Mapping[str, Plain],
    base_url: str,
    *,
    address_of: Callable[[str], str],
) -> CalculatorBody:
    groups = question_groups(policy, editions)
    people = tuple(person for person in policy.people.values() if person.code != _BLANK_PERSON)
    return CalculatorBody(
        shown=tuple(edition for edition in editions if is_shown(edition, policy)),
        groups=groups,
        situations=policy.situations,
        people=people,
        readings=tuple(policy.readings.values()),
        follows_reference_level=frozenset(
            code
            for edition in editions
            for code, question in edition.scoring.questions.items()
            if follows_reference_level(question)
        ),
        deadlines=policy.guide.deadlines,
        data={
            "policy": policy.code,
            "version": str(policy.version),
            "version_in_words": policy.version.in_words,
            "address": f"{base_url}/{addresses.CALCULATOR}" if base_url else "",
            "editions": [_edition(edition) for edition in editions],
            "edition": policy.current.code,
            "people": [
                {
                    "code": person.code,
                    "title": person.title,
                    "about": person.about,
                    "on": person.on.isoformat(),
                    "answers": dict(person.answers),
                }
                for person in people
            ],
            "nothing": {
                **dict(policy.people[_BLANK_PERSON].answers),
                **{
                    question.code: question.nothing
                    for question in policy.questions.values()
                    if question.nothing is not None
                },
            },
            "contribution_years": _contribution_years(policy, current_of(policy, editions)),
            "situations": [_situation(policy, situation) for situation in policy.situations],
            "indicators": {
                view.code: {
                    "title": view.title,
                    "section": view.section,
                    "href": address_of(view.address),
                    "asks": view.asks,
                }
                for edition in editions
                for view in edition.indicators.values()
            },
            "changes": [
                {
                    "code": change.code,
                    "on": change.on.isoformat(),
                    "title": change.title,
                    "figures": change.figures,
                }
                for change in policy.guide.changes
            ],
            "papers": papers_data(policy),
            "deadlines": [_deadline(each) for each in policy.guide.deadlines],
            "renewal": _renewal(policy),
            "compared": _compared(policy),
            "engine": dict(engine),
        },
    )


def _contribution_years(policy: PolicyText, edition: ScoredEdition) -> Plain:
    """In which month a contribution year begins and how far back bases matter; None where none is known."""
    averages = policy.scoring.yardsticks.statutory_average
    sources = [each.from_ledger for each in edition.scoring.questions.values() if each.from_ledger]
    windows = [source.window_months for source in sources if source.window_months is not None]
    if not averages or not windows:
        return None
    return {"first_month": averages[-1].first % 12 + 1, "months": max(windows)}


def _situation(policy: PolicyText, situation: Situation) -> Plain:
    """A situation to tick: the questions that it opens, and what ticking it answers already."""
    asked = [each for each in policy.questions.values() if each.situation == situation.code]
    return {
        "code": situation.code,
        "label": situation.label,
        "questions": [question.code for question in asked],
        "answers": {each.code: each.ticked for each in asked if each.ticked is not None},
    }


def _renewal(policy: PolicyText) -> Plain:
    """In which days the permit is endorsed and what being late means; None where the policy does not say.

    It is as sure as the first of the facts.
    """
    if not policy.facts.keys() >= set(RENEWAL_FACTS.values()):
        return None
    receipt = policy.facts[RENEWAL_FACTS["window"]].receipt
    days: dict[str, Plain] = {
        name: policy.facts[code].value for name, code in RENEWAL_FACTS.items()
    }
    return {**days, "authority": receipt.authority, "confidence": receipt.confidence}


def _deadline(deadline: Deadline) -> Plain:
    """A day by which the score has to stand, as the outlook needs it."""
    return {
        "code": deadline.code,
        "title": deadline.title,
        "years_before": deadline.years_before,
        "month": deadline.month,
        "day": deadline.day,
        "says": deadline.says,
        "needs": deadline.needs,
        "breaks": deadline.breaks,
        "authority": deadline.receipt.authority,
    }


def _compared(policy: PolicyText) -> Plain:
    """The two newest editions, with the day on which each is put to one's own answers."""
    newest = list(neighbours(policy.scoring.editions))[-1:]
    return {
        "editions": [
            {"title": policy.editions[edition.code].called, "on": on.isoformat()}
            for pair in newest
            for edition, on in zip((pair.before, pair.after), pair.days, strict=True)
        ],
        "if_asked": answered_with_nothing(policy.scoring.editions, policy.questions),
    }


def _edition(edition: ScoredEdition) -> Plain:
    return {
        "code": edition.text.code,
        "title": f"《{edition.text.title}》",
        "document": f"（{edition.document.number}）" if edition.document.number else "",
        "from": edition.text.in_force_from.isoformat(),
        "to": edition.text.in_force_to.isoformat(),
        "standard_score": edition.standard_score,
        "questions": list(edition.scoring.questions),
    }
