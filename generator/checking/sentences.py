"""Does every rule have just the sentences that it says, with only the words in braces that it offers?"""

import re
from collections.abc import Iterator, Mapping

from generator.checking.policy_sentences import POLICY_SAID, STEP_AT_A_MULTIPLE, STEP_SAID
from generator.checking.rule_parts import rule_at
from generator.checking.view import EditionView, View
from generator.diagnostics import Code, Diagnostic, Place, nearest
from generator.loading.conditions import CONDITION_WORDS
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import entries, follow, items, scalar
from generator.scoring.rules.rule import Rule, Words

_ALWAYS: Words = ("points", "title", "clause")
_ENDS: Words = ("low", "high")
_VERDICT: Words = ("edition", "on", "standard_score")
_VERDICT_SAID: Mapping[str, Words] = {
    "meets_standard": ("score",),
    "below_standard": ("score", "distance"),
    "undecided": ("low", "high", "distance"),
    "undecided_below": ("low", "high", "distance"),
    "undecided_meets": ("low", "high"),
    "vetoed": (),
}
_EXCLUSIVE: Words = ("loser", "winner", "would_be", "clause")

_WORD = re.compile(r"\{([^{}]*)\}")


def check_sentences(view: View) -> Iterator[Diagnostic]:
    """Missing and unknown sentences, and words in braces that are not offered."""
    for entry in entries(view.folder.policy.node, "sentences"):
        words = _VERDICT_SAID.get(entry.key.text)
        if words is not None:
            yield from _check_words(entry.value, (*_VERDICT, *words))
    for place, said in POLICY_SAID.items():
        for entry in entries(view.folder.policy.node, *place):
            if entry.key.text in said:
                yield from _check_words(entry.value, said[entry.key.text])
    for question in items(view.folder.questions.node, "questions"):
        yield from _check_steps(question)
    for edition in view.scored:
        yield from _check_edition(edition)


def _check_steps(question: Node) -> Iterator[Diagnostic]:
    kind = scalar(question, "kind")
    words = STEP_SAID.get("" if kind is None else kind.text, ())
    if follow(question, "from_ledger", "multiple") is not None:
        words = (*words, *STEP_AT_A_MULTIPLE)
    changeable = follow(question, "changeable")
    for sentence in (
        follow(changeable, "step"),
        *(follow(choice, "step") for choice in items(question, "choices")),
    ):
        if sentence is not None:
            yield from _check_words(sentence, words)


def sentences_said(rule: Rule) -> Mapping[str, Words]:
    """The sentences that a rule needs, each with the words it offers."""
    said = {key: (*_ALWAYS, *words) for key, words in rule.sentences().items()}
    return {**said, "unanswered": (*_ALWAYS, *_ENDS)}


def _check_edition(edition: EditionView) -> Iterator[Diagnostic]:
    for group in items(edition.node, "exclusive"):
        sentence = follow(group, "sentence")
        if sentence is not None:
            yield from _check_words(sentence, _EXCLUSIVE)
    yield from _check_conditions(edition)
    for indicator in edition.indicators:
        rule = rule_at(follow(indicator.node, "rule"))
        sentences = follow(indicator.node, "sentences")
        if rule is not None and isinstance(sentences, Table):
            place = _place_of(indicator.node, indicator.place)
            yield from _check_said(sentences, sentences_said(rule), place)


def _check_conditions(edition: EditionView) -> Iterator[Diagnostic]:
    """Words of conditions; while one is unknown, so are its months."""
    for condition in edition.folder.conditions:
        kind = scalar(condition.file.node, "rule", "kind")
        offered = CONDITION_WORDS.get("" if kind is None else kind.text, ())
        for entry in entries(condition.file.node, "sentences"):
            is_unknown = entry.key.text == "unknown"
            words = tuple(word for word in offered if not is_unknown or word != "months")
            yield from _check_words(entry.value, words)


def _check_said(sentences: Table, said: Mapping[str, Words], place: Place) -> Iterator[Diagnostic]:
    missing = [key for key in said if sentences.entry(key) is None]
    for entry in sentences.entries:
        words = said.get(entry.key.text)
        if words is not None:
            yield from _check_words(entry.value, words)
            continue
        meant = nearest(entry.key.text, missing)
        missing = [key for key in missing if key != meant]
        yield Diagnostic(
            code=Code.UNKNOWN_SENTENCE,
            place=entry.key.place,
            message=f'this rule never says "{entry.key.text}"',
            hint=choice_hint(entry.key.text, tuple(said)),
        )
    for key in missing:
        yield Diagnostic(
            code=Code.MISSING_SENTENCE,
            place=place,
            message=f"the sentence {key} is missing",
            hint=f"add {key}: … with any of {_braced(said[key])}",
        )


def _check_words(sentence: Node, offered: Words) -> Iterator[Diagnostic]:
    if not isinstance(sentence, Scalar):
        return
    for found in _WORD.finditer(sentence.text):
        word = found[1]
        if word not in offered:
            close = nearest(word, offered)
            meant = f"did you mean {{{close}}}? " if close else ""
            yield Diagnostic(
                code=Code.UNKNOWN_PLACEHOLDER,
                place=_within(sentence, found[0]),
                message=f"the sentence can't fill in {{{word}}}",
                hint=f"{meant}offered here: {_braced(offered)}",
            )
    rest = _WORD.sub("", sentence.text)
    for brace in "{}":
        if brace in rest:
            yield Diagnostic(
                code=Code.UNKNOWN_PLACEHOLDER,
                place=_within(sentence, brace),
                message=f'a single "{brace}" has no partner',
                hint="words in braces are written {points}; braces are not used otherwise",
            )


def _within(sentence: Scalar, part: str) -> Place:
    """The place of a part of a sentence, where the line shows it as it is."""
    place = sentence.place
    line = place.source.line(place.line) or ""
    found = line.find(part, place.column - 1)
    if found < 0:
        return place
    return Place(source=place.source, line=place.line, column=found + 1, length=len(part))


def _place_of(node: Node | None, default: Place) -> Place:
    found = next((each.key.place for each in entries(node) if each.key.text == "sentences"), None)
    return default if found is None else found


def _braced(words: Words) -> str:
    return " ".join(f"{{{word}}}" for word in words)
