"""Does the guide leave out what is in force: papers that show an indicator, questions beside those of the official form?

The edition in force on the day of the data is asked alone: what is announced may not be known as well yet.
"""

from collections.abc import Iterator

from generator.checking.view import EditionView, View
from generator.diagnostics import Code, Diagnostic
from generator.loading.folder import GuideFolder
from generator.scoring.codes import Section
from generator.scoring.only_if import questions_of

_GIVES_POINTS = frozenset({Section.BASE, Section.BONUS})


def check_guide_gaps(view: View) -> Iterator[Diagnostic]:
    """What gives points and no paper shows, and what is asked and not set beside the official form."""
    guide, edition = view.folder.guide, view.current
    if guide is None or edition is None or not edition.declared.is_whole:
        return
    yield from _without_paper(guide, edition)
    yield from _beside_no_official_question(guide, edition, view)


def _without_paper(guide: GuideFolder, edition: EditionView) -> Iterator[Diagnostic]:
    papers = guide.papers.value
    shown = {code for paper in papers or () for code in paper.indicators}
    for indicator in edition.indicators if papers is not None else ():
        file, declared = indicator.file, indicator.declared
        if file is None or declared is None or indicator.section not in _GIVES_POINTS:
            continue
        if file.needs_paper and file.code not in shown:
            yield Diagnostic(
                code=Code.LEFT_OUT,
                place=declared.place,
                message=f'no paper shows "{file.code}"',
                hint=f"name it under indicators of a paper in {guide.papers.place.source.name};"
                " needs_paper: false here says that nothing has to be brought for it",
            )


def _beside_no_official_question(
    guide: GuideFolder, edition: EditionView, view: View
) -> Iterator[Diagnostic]:
    form = guide.self_assessment.value
    if form is None:
        return
    told = {code for each in form.questions for code in each.questions}
    told |= {code for each in form.differs for code in each.lacks}
    files = [each.file for each in edition.indicators if each.file is not None]
    asked = {code for file in files for code in questions_of(file.rule, file.only_if)}
    for question in view.questions.codes:
        if question.code in asked - told:
            name = guide.self_assessment.place.source.name
            yield Diagnostic(
                code=Code.LEFT_OUT,
                place=question.place,
                message=f'the question "{question.code}" stands beside none of the official form',
                hint=f"name it in {name}: under questions where the form asks for it,"
                " under lacks of a cause in differs where it does not",
            )
