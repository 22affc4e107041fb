"""The model that ``generator.scoring`` runs on, made of what the files say: without sources and editorial words."""

import json
from collections.abc import Iterable

from generator.guidance.guidance import Guidance, write_guidance
from generator.loading.folder import EditionFolder, PolicyFolder, said
from generator.policy.questions import nothing_of
from generator.scoring.assembly import edition_of
from generator.scoring.codec import write_policy
from generator.scoring.model import NEVER, Edition, Policy, Timeline
from generator.scoring.questions import Question


def scoring_policy(folder: PolicyFolder, editions: Iterable[EditionFolder]) -> Policy:
    """The model with those of these editions that are scored; all files that it draws on must be sound."""
    policy, form = said(folder.policy), said(folder.questions)
    questions = tuple(question.scoring for question in form.questions)
    readings = {reading.code: reading.scoring for reading in said(folder.readings)}
    changes = {question.code: question.change for question in form.questions}
    nothing_said = Timeline(because={}, assumptions={})
    return Policy(
        code=policy.code,
        sentences=policy.sentences,
        timeline=nothing_said if policy.timeline is None else policy.timeline.scoring,
        plans=policy.plans,
        changes={code: change for code, change in changes.items() if change is not None},
        readings=readings,
        default_readings={code: reading.default for code, reading in readings.items()},
        yardsticks=said(folder.yardsticks).scoring,
        questions={question.code: question for question in questions},
        editions=tuple(_edition(each, questions) for each in editions if each.is_scored),
    )


def guidance_of(folder: PolicyFolder) -> Guidance:
    """What the folder says beside the points; the files that it draws on must be sound."""
    policy, guide = said(folder.policy), folder.guide
    papers = () if guide is None else said(guide.papers)
    deadlines = () if guide is None else said(guide.deadlines)
    return Guidance(
        papers=tuple(paper.scoring for paper in papers),
        deadlines=tuple(deadline.scoring for deadline in deadlines),
        renewal=None
        if policy.renewal is None
        else policy.renewal.scoring({fact.code: fact for fact in folder.facts.value or ()}),
        calendar=policy.calendar or f"{policy.title}，模拟",
        nothing=nothing_of(said(folder.questions).questions),
    )


def scoring_text(policy: Policy, guidance: Guidance | None = None) -> str:
    """The model, and what goes with it, as compact JSON: the same bytes for the same model."""
    document = {**write_policy(policy), **write_guidance(guidance or Guidance())}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _edition(folder: EditionFolder, questions: tuple[Question, ...]) -> Edition:
    text = said(folder.file)
    indicators = {
        file.code: file.scoring(entry.section)
        for entry in folder.indicators
        for file in [said(entry.file)]
    }
    conditions = {entry.stem: said(entry.file).scoring for entry in folder.conditions}
    return edition_of(
        code=text.code,
        first=text.in_force.from_,
        last=text.in_force.to or NEVER,
        standard_score=text.standard_score or 0,
        window_end=text.window_end,
        indicators=tuple(indicators[code] for code in text.indicators if code in indicators),
        conditions=tuple(conditions[code] for code in text.conditions if code in conditions),
        exclusive=text.exclusive,
        capped=text.capped,
        questions=questions,
    )
