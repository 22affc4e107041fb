"""One cause, one message: mistakes that only follow from others are left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.checking.view import EditionView, View
from generator.diagnostics import Code, Diagnostic
from generator.policy.to_fill import TO_FILL


def causes(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The mistakes less those that follow from others, each once."""
    return list(_once(_without_consequences(_with_lost_keys_found(tuple(found)))))


def without_trust_in(view: View, found: Iterable[Diagnostic]) -> View:
    """The view with indicators that such a mistake stands in known as not to be trusted."""
    wrong = {each.place.source.name for each in found}

    def known(edition: EditionView) -> EditionView:
        indicators = (
            replace(each, is_trusted=each.is_trusted and each.place.source.name not in wrong)
            for each in edition.indicators
        )
        return replace(edition, indicators=tuple(indicators))

    return replace(view, editions=tuple(known(edition) for edition in view.editions))


def _once(found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Each mistake once: editions that take a file over would say those of its one place again."""
    return {(each.code, each.place.order, each.message): each for each in found}.values()


def _without_consequences(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Codes of misplaced entries may be given elsewhere, too; what is still to be filled in has no form yet."""
    misplaced = {each.place.source.name for each in found if each.code is Code.MISFIT}
    unfilled = {each.place.order for each in found if TO_FILL in each.message}
    for each in found:
        if each.code is Code.DUPLICATE_CODE and each.place.source.name in misplaced:
            continue
        if each.place.order not in unfilled or each.code is Code.MISSING_KEY:
            yield each


def _with_lost_keys_found(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """A key that is missing just above where it stands with a wrong indent is told there alone."""
    strays = {
        (each.place.source.name, each.key): each for each in found if each.code is Code.UNKNOWN_KEY
    }
    lost = {
        strays[key]: each
        for each in found
        if each.code is Code.MISSING_KEY
        and (key := (each.place.source.name, each.key)) in strays
        and each.place.line < strays[key].place.line
    }
    lacking = set(lost.values())
    return tuple(
        replace(each, hint=f"indent it as the keys above: {lost[each].message}")
        if each in lost
        else each
        for each in found
        if each not in lacking
    )
