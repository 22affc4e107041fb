"""Does the engine understand the people of the comparison under every edition?"""

from collections.abc import Iterator

from generator.checking.running import Runnable, request_of
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.guidance.editions import asked_by_some, neighbours, request_under
from generator.policy.guide.comparison import answers_of
from generator.policy.questions import nothing_of
from generator.scoring.errors import RequestError


def check_compared(run: Runnable, view: View) -> Iterator[Diagnostic]:
    """People whom the engine refuses."""
    guide = view.folder.guide
    comparison = None if guide is None else guide.comparison.value
    if guide is None or comparison is None or not guide.comparison.sound:
        return
    nothing = asked_by_some(run.policy.editions, nothing_of(view.questions.values.values()))
    for person in comparison.people:
        for pair in neighbours(run.policy.editions) if person.person in run.people else ():
            for edition, on in zip((pair.before, pair.after), pair.days, strict=True):
                try:
                    request_of(
                        request_under(
                            edition, on, run.policy.code, answers_of(person, run.people, nothing)
                        ),
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
