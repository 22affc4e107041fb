"""Do questions that are changed, grow or depend on another one say what fits together, and choices that are there?"""

from collections.abc import Iterator

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.messages import choice_hint
from generator.policy.questions import STEP_SAID, AskedIf, QuestionText
from generator.scoring.questions import Changeable, Kind


def check_question(question: QuestionText, view: View) -> Iterator[Diagnostic]:
    """What a question says of its change, its growth and the question that it depends on."""
    yield from _check_changeable(question, view)
    yield from _check_growing(question, view)
    if question.asked_if is not None:
        yield from _check_asked_if(question.asked_if, view)


def choice_codes(question: QuestionText | None) -> tuple[str, ...]:
    """The codes of a question's choices."""
    return () if question is None else tuple(choice.code for choice in question.choices)


def check_choice_of(
    code: str, place: Place, question: QuestionText, view: View
) -> Iterator[Diagnostic]:
    """A code is one of the question's choices."""
    if question.choices:
        there = view.places.of(question)
        yield from check_choice(code, place, choice_codes(question), "question", there)


def check_choice(
    code: str, place: Place, known: tuple[str, ...], kind: str, there: Place
) -> Iterator[Diagnostic]:
    """A code is one of the known choices of the question or reading that stands ``there``."""
    if code in known:
        return
    yield Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=place,
        message=f'the {kind} has no choice "{code}"',
        hint=choice_hint(code, known),
        notes=(Note(place=there, text=f"the {kind} stands here"),),
    )


def _check_changeable(question: QuestionText, view: View) -> Iterator[Diagnostic]:
    """An answer of one kind changes at once, one of another kind with time; months never change at once."""
    change = question.changeable
    if change is None or question.kind not in STEP_SAID:
        return
    are_months = question.from_ledger is not None or question.grows is not None
    known = [
        when for when in STEP_SAID[question.kind] if not (are_months and when is Changeable.NOW)
    ]
    if change.when not in known:
        yield Diagnostic(
            code=Code.UNKNOWN_WORD,
            place=view.places.of(change, "when"),
            message=f'when can\'t be "{change.when}"',
            hint=f"known here: {', '.join(known)}",
        )


def _check_growing(question: QuestionText, view: View) -> Iterator[Diagnostic]:
    """Months that fill a life go up with time. Others may, too, where nobody is asked for a birth date."""
    if question.within_life is not None and question.grows is None:
        yield Diagnostic(
            code=Code.MISSING_KEY,
            place=view.places.of(question, "within_life"),
            message="a question with within_life needs grows: months of a life go up with time",
            hint="add grows, or take within_life out",
        )


def _check_asked_if(condition: AskedIf, view: View) -> Iterator[Diagnostic]:
    asked = view.questions.get(condition.question)
    if asked is None:
        return
    for key, answer in (("is_", condition.is_), ("is_not", condition.is_not)):
        if answer is None:
            continue
        place = view.places.of(condition, key)
        text = as_written(answer)
        if asked.kind is Kind.CHOICE:
            yield from check_choice_of(text, place, asked, view)
        elif asked.kind is not Kind.YES_NO or text not in {"true", "false"}:
            yield Diagnostic(
                code=Code.WRONG_KIND,
                place=place,
                message=f'"{text}" can\'t be an answer here',
                hint="only choices (by their code) and yes-or-no questions (true, false) can be asked for",
            )


def as_written(answer: str | bool) -> str:  # noqa: FBT001  -- an answer, not an option
    """An answer as the data writes it."""
    return str(answer).lower() if isinstance(answer, bool) else answer
