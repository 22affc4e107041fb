"""The plain document that ``generator.scoring`` runs on: what the policy says, without sources and editorial words."""

import json
from collections.abc import Iterable

from generator.loading.conditions import plain_condition
from generator.loading.editions import plain_edition
from generator.loading.evidence import Plain
from generator.loading.folder import EditionFolder, PolicyFolder
from generator.loading.indicators import plain_indicator
from generator.loading.questions import plain_questions
from generator.loading.readings import plain_readings
from generator.loading.records import record_of
from generator.loading.yardsticks import plain_yardsticks
from generator.reading.nodes import scalar


def is_scored(edition: EditionFolder) -> bool:
    """Whether the edition is one to score with, as far as its file can be read."""
    scored = scalar(edition.file.node, "scored")
    return scored is not None and scored.text == "true"


def scoring_document(folder: PolicyFolder, editions: Iterable[EditionFolder]) -> dict[str, Plain]:
    """The document with these editions, oldest first; all files that it draws on must be sound."""
    policy = record_of(folder.policy.node)
    return {
        "policy": policy.text("policy"),
        "title": policy.text("title"),
        "sentences": policy.plain("sentences"),
        "timeline": policy.plain_table("timeline"),
        "plans": policy.plain_table("plans"),
        "questions": plain_questions(folder.questions.node),
        "readings": plain_readings(folder.readings.node),
        "yardsticks": plain_yardsticks(folder.yardsticks.node),
        "editions": [
            _edition(edition)
            for edition in sorted(editions, key=lambda edition: edition.name)
            if is_scored(edition)
        ],
    }


def scoring_text(document: dict[str, Plain]) -> str:
    """The document as compact JSON: the same bytes for the same document."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _edition(edition: EditionFolder) -> Plain:
    indicators = {
        record_of(indicator.file.node).text("indicator"): plain_indicator(
            indicator.file.node, indicator.section
        )
        for indicator in edition.indicators
    }
    conditions = {file.stem: plain_condition(file.file.node) for file in edition.conditions}
    return plain_edition(edition.file.node, indicators, conditions)
