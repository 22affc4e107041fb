"""Does the engine understand the people of the comparison under every edition that scores them?"""

from collections.abc import Iterator

from generator.checking.cases import request_of
from generator.checking.running import Runnable
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.policy.guide.comparison import request_under
from generator.scoring.errors import RequestError


def check_compared(run: Runnable, view: View) -> Iterator[Diagnostic]:
    """People whom the engine refuses, or who are scored on a day outside of the edition."""
    guide = view.folder.guide
    comparison = None if guide is None else guide.comparison.value
    if guide is None or comparison is None or not guide.comparison.sound:
        return
    for person in comparison.people:
        for each in run.editions:
            edition = each.edition
            day = comparison.days.get(edition.code)
            if day is None or person.person not in run.people:
                continue
            if not edition.first <= day <= edition.last:
                yield Diagnostic(
                    code=Code.WRONG_EDITION,
                    place=guide.comparison.place,
                    message=f"on {day} the edition {edition.code} is not in force",
                    hint=f"take a day from {edition.first} to {edition.last}",
                )
                return
            try:
                request_of(
                    request_under(comparison, person, edition, run.people, run.policy.code),
                    run.policy,
                )
            except RequestError as error:
                yield Diagnostic(
                    code=Code.BAD_CASE,
                    place=view.places.of(person),
                    message=f"the engine refuses “{person.title}” under {edition.code}"
                    f" at {error.path or 'the top'}: {error.message}",
                    hint="write the answers as a request has them",
                )
