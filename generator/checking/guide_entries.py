"""Does each entry of the guide say what it says once, in its order, and as shortly as its place asks?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.loading.folder import GuideFolder
from generator.policy.guide.claims import Claim, Claims
from generator.policy.guide.faq import FrequentQuestion, FrequentQuestions
from generator.policy.messages import given_twice

_MOST_LETTERS = 80
"""Of a claim that a frequent question tells at length."""
_MOST_SENTENCES = 7
"""Of the answer to a frequent question, tables left out."""

_REFERENCE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_OTHERWISE = re.compile(r"\{% else %\}.*?\{% endif %\}", re.DOTALL)
_TABLE = re.compile(r"^\|.*$", re.MULTILINE)


def check_guide_entries(view: View) -> Iterator[Diagnostic]:
    """What stands twice, out of order, or at too much length."""
    guide = view.folder.guide
    if guide is None:
        return
    yield from _official_questions_once(guide, view)
    yield from _newest_change_first(guide, view)
    claims, faq = guide.claims.value, guide.faq.value
    if claims is not None and faq is not None:
        yield from _examples_once(claims, faq, view)
        yield from _lengths(claims, faq, view)
        yield from _words_of_links(faq, view)


def _official_questions_once(guide: GuideFolder, view: View) -> Iterator[Diagnostic]:
    """Questions of ours that stand beside two of the official form, or that it is also said to lack."""
    form = guide.self_assessment.value
    if form is None:
        return
    named = [
        (code, view.places.of(each, "questions", at))
        for each in form.questions
        for at, code in enumerate(each.questions)
    ] + [
        (code, view.places.of(each, "lacks", at))
        for each in form.differs
        for at, code in enumerate(each.lacks)
    ]
    first: dict[str, Place] = {}
    for code, place in named:
        if code in first:
            yield given_twice("question", code, place, first[code])
        first.setdefault(code, place)


def _newest_change_first(guide: GuideFolder, view: View) -> Iterator[Diagnostic]:
    changes = guide.changelog.value or ()
    for before, change in pairwise(changes):
        if change.on > before.on:
            yield Diagnostic(
                code=Code.NOT_RISING,
                place=view.places.of(change, "on"),
                message=f"the change of {change.on} stands below that of {before.on}",
                hint="put the newest change at the top",
                notes=(Note(place=view.places.of(before, "on"), text="this one stands before"),),
            )


def _examples_once(claims: Claims, faq: FrequentQuestions, view: View) -> Iterator[Diagnostic]:
    """Cases that readers of both pages would see worked out twice."""
    telling = {each.code for each in faq.questions if each.cases}
    first: dict[str, Place] = {}
    own = (each for each in claims.claims if each.see not in telling)
    entries: tuple[FrequentQuestion | Claim, ...] = (*faq.questions, *own)
    for entry in entries:
        for at, case in enumerate(entry.cases):
            place = view.places.of(entry, "cases", at)
            if case in first:
                yield Diagnostic(
                    code=Code.DUPLICATE_CODE,
                    place=place,
                    message=f"the case “{case}” is shown twice",
                    hint="show another case; a claim that the question tells of says so: see",
                    notes=(Note(place=first[case], text="it is shown here first"),),
                )
            first.setdefault(case, place)


def _lengths(claims: Claims, faq: FrequentQuestions, view: View) -> Iterator[Diagnostic]:
    for claim in claims.claims:
        letters = len(_REFERENCE.sub("", claim.answer))
        if claim.see and letters > _MOST_LETTERS:
            yield _too_long(
                view.places.of(claim, "answer"),
                f"the answer has {letters} characters, and {claim.see} tells the whole",
                f"say it in {_MOST_LETTERS}",
            )
    for question in faq.questions:
        sentences = _sentences(question.answer)
        if sentences > _MOST_SENTENCES:
            yield _too_long(
                view.places.of(question, "answer"),
                f"the answer has {sentences} sentences",
                f"say it in {_MOST_SENTENCES}, or put it on a page of its own",
            )


def _words_of_links(faq: FrequentQuestions, view: View) -> Iterator[Diagnostic]:
    """References in the words by which the form links to a question."""
    for question in faq.questions:
        if question.questions and _REFERENCE.search(question.asks):
            yield Diagnostic(
                code=Code.BROKEN_TEXT_REFERENCE,
                place=view.places.of(question, "asks"),
                message="the form links to this question by its words, which can hold no reference",
                hint="ask without the figure",
            )


def _sentences(answer: str) -> int:
    for part in (_OTHERWISE, _REFERENCE, _TABLE):
        answer = part.sub("", answer)
    return len(re.findall("[。？]", answer))


def _too_long(place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=Code.TOO_LONG, place=place, message=message, hint=hint)
