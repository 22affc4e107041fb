"""The calculator: the form as a worksheet, and the places that its script fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import ScoredEdition, current_of
from generator.paging.lapses import follows_reference_level
from generator.paging.page import Page
from generator.paging.questions import GroupView, is_shown, question_groups
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
    renewal_asks: str
    """The label of the field for the last day of a paper that is renewed; empty where there is none."""
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
        renewal_asks=policy.renewal_asks,
        data={
            "policy": policy.code,
            "version": str(policy.version),
            "version_in_words": policy.version.in_words,
            "address": f"{base_url}/{addresses.CALCULATOR}" if base_url else "",
            "editions": [_edition(edition, policy) for edition in editions],
            "edition": policy.current.code,
            "has_timeline": bool(policy.scoring.timeline.because),
            "has_plans": bool(policy.scoring.plans),
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
                **(policy.people[_BLANK_PERSON].answers if _BLANK_PERSON in policy.people else {}),
                **policy.nothing,
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


def _edition(edition: ScoredEdition, policy: PolicyText) -> Plain:
    return {
        "code": edition.text.code,
        "called": policy.editions[edition.text.code].called,
        "title": f"《{edition.text.title}》",
        "document": f"（{edition.document.number}）" if edition.document.number else "",
        "from": edition.text.in_force_from.isoformat(),
        "to": edition.scoring.last.isoformat(),
        "standard_score": edition.standard_score,
        "questions": list(edition.scoring.questions),
    }
