"""A page for each indicator: what it gives, on which conditions, by which clause, with worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import IndicatorView, ScoredEdition
from generator.paging.guide_views import Link
from generator.paging.lapses import rests_on_reference_level
from generator.paging.page import Crumb, Page
from generator.paging.questions_page import questions_about
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.readings import ReadingText

_EXAMPLES = 3


class Standing(StrEnum):
    """Whether what an edition says of an indicator holds on the day that pages speak of."""

    IN_FORCE = "in_force"
    OVER = "over"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorBody:
    """What the page of an indicator shows."""

    indicator: IndicatorView
    rivals: tuple[IndicatorView, ...]
    """Indicators of which only the best counts together with this one."""
    rivals_clause: str
    examples: tuple[WorkedExample, ...]
    """None where the text places its own."""
    readings: tuple[ReadingText, ...]
    question: str
    """The first question that the rule reads."""
    questions: tuple[Link, ...]
    """Those of applicants that are about it; their titles are prose of the data."""
    before: IndicatorView | None
    after: IndicatorView | None
    edition: ScoredEdition
    standing: Standing
    rests_on_reference_level: bool


def indicator_pages(
    policy: PolicyText,
    current: ScoredEdition,
    editions: tuple[ScoredEdition, ...],
    examples: WorkedExamples,
) -> Iterator[Page]:
    """The pages of the current edition's indicators, then of those that only others have, announced ones first."""
    seen: set[str] = set()
    for edition in (current, *reversed(editions)):
        views = tuple(view for code, view in edition.indicators.items() if code not in seen)
        seen.update(edition.indicators)
        yield from pages_of(policy, edition, views, examples)


def pages_of(
    policy: PolicyText,
    edition: ScoredEdition,
    views: tuple[IndicatorView, ...],
    examples: WorkedExamples,
) -> Iterator[Page]:
    """The pages of some indicators of an edition, each leading to those beside it."""
    texts = policy.indicators[edition.text.code]
    for place, view in enumerate(views):
        group = next(
            (found for found in edition.scoring.exclusive if view.code in found.members), None
        )
        rule = view.rule.rule
        text = texts[view.code]
        has_own = examples.has_any(text.placed_examples, edition.text.code)
        shown = () if has_own else examples.concerning(edition, view.code, _EXAMPLES)
        yield Page(
            address=view.address,
            template="pages/indicator.html.j2",
            title=f"{view.title}（{edition.text.called}）" if edition.root else view.title,
            is_searched=not edition.root,
            description=f"{policy.title}“{view.title}”一项：有多少分、要什么条件、依据哪一条。",
            above=(Crumb(title="计分规则", address=edition.root + addresses.SCORE),),
            text=text.text,
            body=IndicatorBody(
                indicator=view,
                rivals=tuple(
                    edition.indicators[code]
                    for code in (group.members if group else ())
                    if code != view.code
                ),
                rivals_clause=group.clause if group else "",
                examples=shown,
                readings=tuple(policy.readings[code] for code in rule.readings()),
                question=rule.questions()[0],
                questions=questions_about(policy, view.code),
                before=views[place - 1] if place else None,
                after=views[place + 1] if place + 1 < len(views) else None,
                edition=edition,
                standing=_standing(policy, edition),
                rests_on_reference_level=rests_on_reference_level(view),
            ),
        )


def _standing(policy: PolicyText, edition: ScoredEdition) -> Standing:
    if edition.text == policy.current:
        return Standing.IN_FORCE
    return Standing.TO_COME if edition.text in policy.announced else Standing.OVER
