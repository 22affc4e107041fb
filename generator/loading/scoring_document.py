"""The plain document that ``generator.scoring`` runs on: what the policy says, without sources and editorial words."""

import json
from collections.abc import Iterable

from generator.loading.folder import ConditionEntry, EditionFolder, IndicatorEntry, PolicyFolder
from generator.policy.evidence import weakest
from generator.policy.plain import Plain, plain_of
from generator.policy.yardsticks import History
from generator.reading import Node, Table
from generator.reading.nodes import follow, items

_CHOICE = ("code", "label", "effort", "road", "step")
_QUESTION = (
    "question",
    "kind",
    "label",
    "at_least",
    "at_most",
    "plausible",
    "from_ledger",
    "grows",
    "within_life",
    "ease",
    "changeable",
)


def scoring_document(folder: PolicyFolder, editions: Iterable[EditionFolder]) -> dict[str, Plain]:
    """The document with these editions, oldest first; all files that it draws on must be sound."""
    policy = folder.policy.node
    return {
        **_picked(policy, "policy", "title", "sentences"),
        "timeline": _picked(policy, "timeline").get("timeline", {}),
        "plans": _picked(policy, "plans").get("plans", {}),
        "questions": [_question(each) for each in items(folder.questions.node, "questions")],
        "readings": [_reading(each) for each in items(folder.readings.node)],
        "yardsticks": _yardsticks(folder.yardsticks.node),
        "editions": [_edition(edition) for edition in editions if edition.is_scored],
    }


def scoring_text(document: dict[str, Plain]) -> str:
    """The document as compact JSON: the same bytes for the same document."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _picked(node: Node | None, *keys: str) -> dict[str, Plain]:
    """These keys of a table, as far as it has them."""
    found = {key: follow(node, key) for key in keys}
    return {key: plain_of(value) for key, value in found.items() if value is not None}


def _question(node: Node) -> Plain:
    question = _picked(node, *_QUESTION)
    choices = items(node, "choices")
    if choices:
        question["choices"] = [_picked(choice, *_CHOICE) for choice in choices]
    return question


def _reading(node: Node) -> Plain:
    choices: list[Plain] = [_picked(choice, "code") for choice in items(node, "choices")]
    return {**_picked(node, "reading", "default"), "choices": choices}


def _yardsticks(node: Node | None) -> Plain:
    histories: dict[str, Plain] = {
        history: [
            _picked(each, "from", "to", "yuan", "floor", "cap") for each in items(node, history)
        ]
        for history in History
    }
    return {**_picked(node, "unestablished"), **histories}


def _edition(edition: EditionFolder) -> Plain:
    found = {entry.file.value.code: entry for entry in edition.indicators if entry.file.value}
    order = edition.file.value.indicators if edition.file.value else ()
    stated = {entry.stem: entry for entry in edition.conditions}
    listed = edition.file.value.conditions if edition.file.value else ()
    return {
        **_picked(edition.file.node, "edition", "in_force", "standard_score"),
        **_picked(edition.file.node, "window_end", "exclusive"),
        "conditions": [_condition(stated[code]) for code in listed if code in stated],
        "indicators": [_indicator(found[code]) for code in order if code in found],
    }


def _condition(entry: ConditionEntry) -> Plain:
    file = entry.file.value
    assert file is not None
    return {
        **_picked(entry.file.node, "condition", "title", "clause"),
        "certainty": file.source.authority,
        **_picked(entry.file.node, "rule", "sentences"),
    }


def _indicator(entry: IndicatorEntry) -> Plain:
    file = entry.file.value
    assert file is not None
    assert isinstance(entry.file.node, Table)
    receipts = (each.receipt for each in file.exceptions)
    return {
        "indicator": file.code,
        "section": entry.section,
        **_picked(entry.file.node, "title", "clause"),
        "certainty": weakest(file.source, *receipts),
        **_picked(entry.file.node, "rule", "sentences"),
    }
