"""Do rules use questions and readings of the right kind, and only choices that these have?"""

from collections.abc import Iterator, Mapping

from generator.checking.references import rule_readings
from generator.checking.view import EditionView, IndicatorView, View, tables
from generator.diagnostics import Code, Diagnostic, Note
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import follow, items, scalar
from generator.scoring.questions import Kind

READING_CHOICES: Mapping[str, tuple[str, ...]] = {
    "gaps": ("accumulate", "continuous"),
    "waited_years": ("all", "later"),
    "share_applies": ("unscaled", "scaled"),
    "counted_from": ("marriage", "local_registration"),
    "mixed_tiers": ("at_or_above", "own_tier"),
    "edge": ("inside", "outside"),
    "window_end": ("month_before", "month_of_application"),
    "unestablished": ("last_known", "statutory_average"),
}
"""The choices that the engine knows, by the key that names the reading."""

_KINDS: Mapping[str, Mapping[str, tuple[Kind, ...]]] = {
    "flat": {"question": (Kind.YES_NO,)},
    "options": {"question": (Kind.CHOICE,)},
    "bands": {"date": (Kind.DATE,)},
    "accrued_months": {"question": (Kind.COUNT,)},
    "years_since": {"date": (Kind.DATE,), "only_if": (Kind.YES_NO,)},
    "per_amount": {"amount": (Kind.AMOUNT, Kind.COUNT), "share": (Kind.PERCENT,)},
    "lookback": {"dates": (Kind.DATES,)},
    "veto": {"question": (Kind.YES_NO,)},
}


def check_choices(view: View) -> Iterator[Diagnostic]:
    """Wrong kinds of questions, readings that a key can't use, choices that are not there."""
    yield from _check_readings(view)
    yield from _check_asked_if(view)
    for edition in view.scored:
        yield from _check_reading("window_end", scalar(edition.node, "window_end"), view)
        for indicator in edition.indicators:
            rule = follow(indicator.node, "rule")
            yield from _check_kinds(rule, view)
            yield from _check_section(indicator, rule)
            for key, reading in rule_readings(rule):
                yield from _check_reading(key, reading, view)
            yield from _check_rule_choices(rule, view)
        yield from _check_exclusive(edition)


def choice_codes(owner: Table | None) -> tuple[str, ...]:
    """The codes of a question's or reading's choices."""
    found = (scalar(choice, "code") for choice in items(owner, "choices"))
    return tuple(code.text for code in found if code is not None)


def _check_readings(view: View) -> Iterator[Diagnostic]:
    yardsticks = view.folder.yardsticks.node
    yield from _check_reading("unestablished", scalar(yardsticks, "unestablished"), view)
    for table in tables(items(view.folder.readings.node)):
        yield from _check_choice(scalar(table, "default"), table, "reading")


def _check_asked_if(view: View) -> Iterator[Diagnostic]:
    for table in tables(items(view.folder.questions.node, "questions")):
        other = scalar(table, "asked_if", "question")
        asked = view.questions.get(None if other is None else other.text)
        for key in ("is", "is_not"):
            answer = scalar(table, "asked_if", key)
            kind = _kind(asked)
            if answer is None or kind is None:
                continue
            if kind is Kind.CHOICE:
                yield from _check_choice(answer, asked, "question")
            elif kind is not Kind.YES_NO or answer.text not in {"true", "false"}:
                yield Diagnostic(
                    code=Code.WRONG_KIND,
                    place=answer.place,
                    message=f'"{answer.text}" can\'t be an answer here',
                    hint="only choices (by their code) and yes-or-no questions (true, false) can be asked for",
                )


def _check_kinds(rule: Node | None, view: View) -> Iterator[Diagnostic]:
    kind = scalar(rule, "kind")
    if kind is None:
        return
    for key, allowed in _KINDS.get(kind.text, {}).items():
        yield from _check_kind(scalar(rule, key), allowed, view)
    yield from _check_kind(scalar(rule, "gate", "question"), (Kind.COUNT,), view)
    yield from _check_kind(scalar(rule, "place", "question"), (Kind.CHOICE,), view)
    for tier in items(rule, "tiers"):
        yield from _check_kind(scalar(tier, "question"), (Kind.COUNT,), view)
        yield from _check_window(scalar(tier, "question"), view)


def _check_kind(
    question: Scalar | None, allowed: tuple[Kind, ...], view: View
) -> Iterator[Diagnostic]:
    if question is None:
        return
    declared = view.questions.get(question.text)
    kind = _kind(declared)
    if declared is None or kind is None or kind in allowed:
        return
    needed = " or ".join(allowed)
    yield Diagnostic(
        code=Code.WRONG_KIND,
        place=question.place,
        message=f"{question.text} is a question of kind {kind}, the rule needs {needed}",
        hint=f"name a question of kind {needed}, or correct the question's kind",
        notes=(Note(place=declared.place, text="the question stands here"),),
    )


def _check_window(question: Scalar | None, view: View) -> Iterator[Diagnostic]:
    """A tier says its window and multiple in a sentence; both come from the question's ``from_ledger``."""
    declared = view.questions.get(None if question is None else question.text)
    if question is None or declared is None or _kind(declared) is not Kind.COUNT:
        return
    missing = [
        key for key in ("window_months", "multiple") if follow(declared, "from_ledger", key) is None
    ]
    if missing:
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=question.place,
            message=f"{question.text} can't be a tier: its from_ledger lacks {' and '.join(missing)}",
            hint="a tier's question says from_ledger: {window_months: 48, multiple: 1}",
            notes=(Note(place=declared.place, text="the question stands here"),),
        )


def _check_section(indicator: IndicatorView, rule: Node | None) -> Iterator[Diagnostic]:
    kind = scalar(rule, "kind")
    if kind is None:
        return
    own = {"lookback": "deduction", "veto": "veto"}.get(kind.text)
    wrong = indicator.section != own if own else indicator.section in {"deduction", "veto"}
    if wrong:
        where = own or "base or bonus"
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=kind.place,
            message=f"a rule of kind {kind.text} belongs to {where}, this file lies in {indicator.section}",
            hint=f"move the file to indicators/{own or 'base'}/, or correct the kind",
        )


def _check_reading(key: str, reading: Scalar | None, view: View) -> Iterator[Diagnostic]:
    declared = view.readings.get(None if reading is None else reading.text)
    if reading is None or declared is None:
        return
    found, needed = choice_codes(declared), READING_CHOICES[key]
    is_whole = len(found) == len(items(declared, "choices")) > 0
    if is_whole and set(found) != set(needed):
        yield Diagnostic(
            code=Code.READING_MISMATCH,
            place=reading.place,
            message=f'{key} needs a reading with the choices {", ".join(needed)}; "{reading.text}" has {", ".join(found)}',
            hint="name the reading that belongs to this key, or give its choices these codes",
            notes=(Note(place=declared.place, text="the reading stands here"),),
        )


def _check_rule_choices(rule: Node | None, view: View) -> Iterator[Diagnostic]:
    question = scalar(rule, "question")
    place = scalar(rule, "place", "question")
    for row in items(rule, "options"):
        declared = view.questions.get(None if question is None else question.text)
        yield from _check_choice(scalar(row, "choice"), declared, "question")
    for row in items(rule, "place", "waits"):
        declared = view.questions.get(None if place is None else place.text)
        yield from _check_choice(scalar(row, "choice"), declared, "question")
    gated = [row for row in items(rule, "options") if follow(row, "gated") is not None]
    gate = follow(rule, "gate")
    if gated and gate is None:
        yield Diagnostic(
            code=Code.NO_ROW,
            place=gated[0].place,
            message="an option is gated, but the rule has no gate",
            hint="add gate: {question: …, months: …}, or take gated out",
        )
    if gate is not None and not gated and items(rule, "options"):
        yield Diagnostic(
            code=Code.NO_ROW,
            place=gate.place,
            message="the rule has a gate, but no option is gated",
            hint="add gated: true to the options behind it, or take the gate out",
        )


def _check_choice(choice: Scalar | None, owner: Table | None, kind: str) -> Iterator[Diagnostic]:
    known = choice_codes(owner)
    whole = len(known) == len(items(owner, "choices")) > 0
    if choice is None or owner is None or not whole or choice.text in known:
        return
    yield Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=choice.place,
        message=f'the {kind} has no choice "{choice.text}"',
        hint=choice_hint(choice.text, known),
        notes=(Note(place=owner.place, text=f"the {kind} stands here"),),
    )


def _check_exclusive(edition: EditionView) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for group in items(edition.node, "exclusive"):
        for member in items(group, "members"):
            if not isinstance(member, Scalar):
                continue
            if member.text in seen:
                yield Diagnostic(
                    code=Code.DUPLICATE_CODE,
                    place=member.place,
                    message=f'"{member.text}" is already a member of an exclusive group',
                    notes=(Note(place=seen[member.text].place, text="it is a member here"),),
                )
            seen.setdefault(member.text, member)


def _kind(question: Table | None) -> Kind | None:
    found = scalar(question, "kind")
    return Kind(found.text) if found is not None and found.text in set(Kind) else None
