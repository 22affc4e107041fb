"""Does every rule have just the sentences that it says, with only the words in braces that it offers?"""

import re
from collections.abc import Iterator, Mapping

from generator.checking.view import EditionView, View
from generator.diagnostics import Code, Diagnostic, Place, nearest
from generator.policy.conditions import ConditionFile
from generator.policy.indicators import IndicatorFile
from generator.policy.messages import choice_hint
from generator.policy.places import Places
from generator.policy.policy_file import (
    CAP_CAUSES,
    EXCLUSIVE_CAUSES,
    LEDGER_ASSUMPTIONS,
    LEDGER_PLANS,
    PLAN_SENTENCES,
    RULE_CAUSES,
    TIMELINE_ASSUMPTIONS,
    TIMELINE_CAUSES,
    VERDICT_NEEDS,
    VERDICT_SENTENCES,
    VETO_PLANS,
    PolicyFile,
    Sentences,
    TimelineSentences,
)
from generator.policy.questions import STEP_AT_A_MULTIPLE, STEP_SAID, QuestionText
from generator.policy.renewal import SENTENCES as RENEWAL_SENTENCES
from generator.scoring.codes import Section
from generator.scoring.only_if import SENTENCE
from generator.scoring.questions import Kind
from generator.scoring.rules.rule import Rule, Words

_ALWAYS: Words = ("points", "title", "clause")
_ENDS: Words = ("low", "high")
_EXCLUSIVE: Words = ("loser", "winner", "would_be", "clause")
_CAPPED: Words = ("title", "points", "would_be", "cap", "clause")

_WORD = re.compile(r"\{([^{}]*)\}")


def check_sentences(view: View) -> Iterator[Diagnostic]:
    """Missing and unknown sentences, and words in braces that are not offered."""
    policy = view.folder.policy.value
    if policy is not None:
        yield from _check_policy(policy, view.places)
    if policy is not None and policy.timeline is not None:
        yield from _check_causes(policy.timeline, view)
    if policy is not None:
        yield from _check_told(policy, view)
    for question in view.questions.values.values():
        yield from _check_steps(question, view.places)
    for edition in view.scored:
        yield from _check_edition(edition, view.places)


def _check_policy(policy: PolicyFile, places: Places) -> Iterator[Diagnostic]:
    timeline = policy.timeline
    tables: list[tuple[object, str, Sentences, Mapping[str, Words]]] = [
        (policy, "sentences", policy.sentences, VERDICT_SENTENCES),
        (policy, "plans", policy.plans, {**PLAN_SENTENCES, **VETO_PLANS, **LEDGER_PLANS}),
    ]
    if timeline is not None:
        tables += [
            (
                timeline,
                "because",
                timeline.because,
                {**TIMELINE_CAUSES, **EXCLUSIVE_CAUSES, **RULE_CAUSES, **CAP_CAUSES},
            ),
            (
                timeline,
                "assumptions",
                timeline.assumptions,
                {**TIMELINE_ASSUMPTIONS, **LEDGER_ASSUMPTIONS},
            ),
        ]
    if policy.renewal is not None:
        tables.append((policy.renewal, "sentences", policy.renewal.sentences, RENEWAL_SENTENCES))
    for owner, field, sentences, said in tables:
        for key, sentence in sentences.items():
            yield from _check_words(sentence, places.of(owner, field, key), said[key])
    for key, needed in VERDICT_NEEDS.items():
        sentence = policy.sentences.get(key, "")
        left_out = tuple(word for word in needed if f"{{{word}}}" not in sentence)
        if sentence and left_out:
            yield Diagnostic(
                code=Code.WORD_LEFT_OUT,
                place=places.of(policy, "sentences", key),
                message=f"the sentence does not say {_braced(left_out)}",
                hint=f"{key} has to say {_braced(needed)}",
            )


def _check_causes(timeline: TimelineSentences, view: View) -> Iterator[Diagnostic]:
    """Causes that a rule of an edition can have and that have no sentence."""
    files = [each.file for edition in view.scored for each in edition.indicators]
    needed = {key: words for file in files if file for key, words in file.rule.causes.items()}
    if any(edition.text is not None and edition.text.capped for edition in view.scored):
        needed |= CAP_CAUSES
    if any(edition.text is not None and edition.text.exclusive for edition in view.scored):
        needed |= EXCLUSIVE_CAUSES
    for key, words in needed.items():
        if key not in timeline.because:
            yield _missing(key, words, view.places.of_key(timeline, "because"))


def _check_told(policy: PolicyFile, view: View) -> Iterator[Diagnostic]:
    """Sentences of timelines and plans that only some policies say, where this is one of them and has none."""
    questions = view.questions.values.values()
    has_ledger = any(question.kind is Kind.LEDGER for question in questions)
    has_veto = any(
        entry.section == Section.VETO.value
        for edition in view.scored
        for entry in edition.indicators
    )
    timeline = policy.timeline
    if timeline is not None and has_ledger:
        place = view.places.of_key(timeline, "assumptions")
        for key, words in LEDGER_ASSUMPTIONS.items():
            if key not in timeline.assumptions:
                yield _missing(key, words, place)
    wanted = {**(VETO_PLANS if has_veto else {}), **(LEDGER_PLANS if has_ledger else {})}
    for key, words in wanted.items() if policy.plans else ():
        if key not in policy.plans:
            yield _missing(key, words, view.places.of_key(policy, "plans"))


def _missing(key: str, words: Words, place: Place) -> Diagnostic:
    return Diagnostic(
        code=Code.MISSING_SENTENCE,
        place=place,
        message=f"the sentence {key} is missing",
        hint=f"add {key}: … with any of {_braced(words)}" if words else f"add {key}: …",
    )


def _check_steps(question: QuestionText, places: Places) -> Iterator[Diagnostic]:
    said, own = STEP_SAID.get(question.kind, {}), question.changeable
    words = () if own is None else said.get(own.when, ())
    if question.from_ledger is not None and question.from_ledger.multiple is not None:
        words = (*words, *STEP_AT_A_MULTIPLE)
    for owner in (question.changeable, *question.choices):
        if owner is not None and owner.step:
            yield from _check_words(owner.step, places.of(owner, "step"), words)


def sentences_said(rule: Rule) -> Mapping[str, Words]:
    """The sentences that a rule needs, each with the words it offers."""
    said = {key: (*_ALWAYS, *words) for key, words in rule.sentences().items()}
    return {**said, "unanswered": (*_ALWAYS, *_ENDS)}


def _check_edition(edition: EditionView, places: Places) -> Iterator[Diagnostic]:
    for group in () if edition.text is None else edition.text.exclusive:
        yield from _check_words(group.sentence, places.of(group, "sentence"), _EXCLUSIVE)
    for capped in () if edition.text is None else edition.text.capped:
        yield from _check_words(capped.sentence, places.of(capped, "sentence"), _CAPPED)
    for entry in edition.folder.conditions:
        if entry.file.value is not None:
            yield from _check_condition(entry.file.value, places)
    for indicator in edition.indicators:
        if indicator.file is not None:
            yield from _check_said(indicator.file, places)


def _check_condition(condition: ConditionFile, places: Places) -> Iterator[Diagnostic]:
    """Words of a condition; while it is unknown, so are its months."""
    for key, sentence in condition.sentences.items():
        words = tuple(word for word in condition.rule.words if key != "unknown" or word != "months")
        yield from _check_words(sentence, places.of(condition, "sentences", key), words)


def _check_said(file: IndicatorFile, places: Places) -> Iterator[Diagnostic]:
    said = dict(sentences_said(file.rule))
    if file.only_if is not None:
        said[SENTENCE] = _ALWAYS
    missing = [key for key in said if key not in file.sentences]
    for key, sentence in file.sentences.items():
        if key in said:
            yield from _check_words(sentence, places.of(file, "sentences", key), said[key])
            continue
        meant = nearest(key, missing)
        missing = [each for each in missing if each != meant]
        yield Diagnostic(
            code=Code.UNKNOWN_SENTENCE,
            place=places.of_key(file, "sentences", key),
            message=f'this rule never says "{key}"',
            hint=choice_hint(key, tuple(said)),
        )
    for key in missing:
        yield _missing(key, said[key], places.of_key(file, "sentences"))


def _check_words(sentence: str, place: Place, offered: Words) -> Iterator[Diagnostic]:
    for found in _WORD.finditer(sentence):
        word = found[1]
        if word not in offered:
            close = nearest(word, offered)
            meant = f"did you mean {{{close}}}? " if close else ""
            yield Diagnostic(
                code=Code.UNKNOWN_PLACEHOLDER,
                place=_within(place, found[0]),
                message=f"the sentence can't fill in {{{word}}}",
                hint=f"{meant}offered here: {_braced(offered)}",
            )
    rest = _WORD.sub("", sentence)
    for brace in "{}":
        if brace in rest:
            yield Diagnostic(
                code=Code.UNKNOWN_PLACEHOLDER,
                place=_within(place, brace),
                message=f'a single "{brace}" has no partner',
                hint="words in braces are written {points}; braces are not used otherwise",
            )


def _within(place: Place, part: str) -> Place:
    """The place of a part of the sentence at a place, where the line shows it as it is."""
    line = place.source.line(place.line) or ""
    found = line.find(part, place.column - 1)
    if found < 0:
        return place
    return Place(source=place.source, line=place.line, column=found + 1, length=len(part))


def _braced(words: Words) -> str:
    return " ".join(f"{{{word}}}" for word in words)
