"""Is every code given once, does it agree with the name of its file, and is every indicator on its edition's list?"""

from collections.abc import Iterable, Iterator

from generator.checking.view import Declared, EditionView, View, tables
from generator.diagnostics import Code, Diagnostic, Note, Place, nearest
from generator.loading.completing import NOBODY
from generator.loading.indicators import SECTIONS
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar
from generator.reading.nodes import follow, items, scalar


def check_names(view: View) -> Iterator[Diagnostic]:
    """Codes given twice, names that differ from the code inside, lists that differ from the files."""
    for declared in (
        view.groups,
        view.questions,
        view.readings,
        view.documents,
        view.people,
        view.terms,
        view.facts,
    ):
        yield from _check_once(declared.codes, declared.kind)
    yield from _check_lists(view)
    yield from _check_nobody(view.people)
    for edition in view.editions:
        yield from _check_edition_name(edition)
        yield from _check_file_names(edition)
        yield from _check_order(edition)
        yield from _check_conditions(edition)
        yield from _check_texts(edition, is_current=edition is view.current)
        yield from _check_case_names(edition)


def _check_once(codes: Iterable[Node | None], kind: str) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for code in codes:
        if not isinstance(code, Scalar) or not code.text:
            continue
        if code.text in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=code.place,
                message=f'the {kind} "{_short(code.text)}" is given twice',
                notes=(Note(place=seen[code.text].place, text="it is given here first"),),
            )
        seen.setdefault(code.text, code)


def _check_lists(view: View) -> Iterator[Diagnostic]:
    """Lists within entries in which nothing may stand twice."""
    for table in tables(items(view.folder.questions.node, "questions")):
        yield from _check_once(_keys(items(table, "choices"), "code"), "choice")
    for table in tables(items(view.folder.readings.node)):
        yield from _check_once(_keys(items(table, "choices"), "code"), "choice")
    for table in tables(items(view.folder.sources.node)):
        yield from _check_once(items(table, "addresses"), "address")
    for edition in view.editions:
        yield from _check_once(items(edition.node, "notes"), "note")
        yield from _check_once(items(edition.node, "conditions"), "condition")
        for indicator in edition.indicators:
            rule = follow(indicator.node, "rule")
            yield from _check_once(_keys(items(rule, "options"), "choice"), "choice")
            yield from _check_once(_keys(items(rule, "place", "waits"), "choice"), "choice")
            yield from _check_once(_keys(items(rule, "tiers"), "question"), "question")
            exceptions = items(indicator.node, "except")
            yield from _check_once(_keys(exceptions, "figure"), "figure")


def _check_nobody(people: Declared) -> Iterator[Diagnostic]:
    if people.is_whole and NOBODY not in people.tables:
        yield Diagnostic(
            code=Code.UNKNOWN_REFERENCE,
            place=people.place,
            message=f'there is no person "{NOBODY}", whom cases start from',
            hint=f"add a person {NOBODY} with every question answered and nothing met",
        )


def _check_edition_name(edition: EditionView) -> Iterator[Diagnostic]:
    date = scalar(edition.node, "edition")
    if date is not None and date.text != edition.name:
        yield Diagnostic(
            code=Code.WRONG_NAME,
            place=date.place,
            message=f"the edition is {date.text}, its folder is called {edition.name}",
        )


def _check_file_names(edition: EditionView) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for indicator in edition.indicators:
        code = scalar(indicator.node, "indicator")
        place = indicator.place if code is None else code.place
        if code is not None and code.text != indicator.stem:
            yield Diagnostic(
                code=Code.WRONG_NAME,
                place=place,
                message=f'the indicator is "{code.text}", its file is called {indicator.stem}.yaml',
            )
        elif indicator.stem in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=place,
                message=f'the indicator "{indicator.stem}" has two files',
                notes=(Note(place=seen[indicator.stem], text="it is given here first"),),
            )
        seen.setdefault(indicator.stem, place)


def _check_conditions(edition: EditionView) -> Iterator[Diagnostic]:
    """The edition's list and the files of conditions name the same."""
    listed = [code for code in items(edition.node, "conditions") if isinstance(code, Scalar)]
    stems = {file.stem for file in edition.folder.conditions}
    for code in listed:
        if code.text not in stems:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=code.place,
                message=f'the condition "{code.text}" has no file',
                hint=choice_hint(code.text, tuple(sorted(stems))),
            )
    for file in edition.folder.conditions:
        code_inside = scalar(file.file.node, "condition")
        if code_inside is not None and code_inside.text != file.stem:
            yield Diagnostic(
                code=Code.WRONG_NAME,
                place=code_inside.place,
                message=f'the condition is "{code_inside.text}", its file is called {file.stem}.yaml',
            )
        elif file.stem not in {code.text for code in listed}:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=file.file.place,
                message=f'the condition "{file.stem}" is not on the edition\'s list',
                hint=f"add it to conditions in {edition.place.source.name}, or remove the file",
            )


def _check_order(edition: EditionView) -> Iterator[Diagnostic]:
    """The edition's list names every indicator once, those of a section together, in the sections' order."""
    listed = [code for code in items(edition.node, "indicators") if isinstance(code, Scalar)]
    yield from _check_once(listed, "indicator")
    names = {code.text for code in listed}
    known = {indicator.code for indicator in edition.indicators} | {
        indicator.stem for indicator in edition.indicators
    }
    strays = [indicator for indicator in edition.indicators if indicator.code not in names]
    last, last_place = 0, edition.place
    for code in listed:
        indicator = edition.indicator(code.text)
        if code.text not in known and edition.indicators:
            meant = nearest(code.text, [stray.code for stray in strays])
            strays = [stray for stray in strays if stray.code != meant]
            yield _not_listed(code, meant, known)
        if indicator is None:
            continue
        section = SECTIONS.index(indicator.section)
        if section < last:
            yield Diagnostic(
                code=Code.NOT_RISING,
                place=code.place,
                message=f"{code.text} is of section {indicator.section} and stands after one of {SECTIONS[last]}",
                hint=f"the list has the sections one after another: {', '.join(SECTIONS)}",
                notes=(Note(place=last_place, text="this one stands before"),),
            )
        else:
            last, last_place = section, code.place
    for stray in strays:
        if stray.stem not in names and listed:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=stray.place,
                message=f'the indicator "{stray.code}" is not on the edition\'s list',
                hint=f"add it to indicators in {edition.place.source.name}, or remove the file",
            )


def _not_listed(code: Scalar, meant: str | None, known: set[str]) -> Diagnostic:
    hint = f"there is a file of {meant}" if meant else choice_hint(code.text, tuple(sorted(known)))
    return Diagnostic(
        code=Code.NOT_LISTED,
        place=code.place,
        message=f'the indicator "{code.text}" has no file',
        hint=hint,
    )


def _check_texts(edition: EditionView, *, is_current: bool) -> Iterator[Diagnostic]:
    """Each text belongs to an indicator; in the current edition each indicator has its text."""
    texts = edition.folder.texts
    stems = [indicator.stem for indicator in edition.indicators]
    missing = [stem for stem in stems if stem not in texts] if is_current and texts else []
    for stem, text in texts.items():
        if stem in stems or not stems:
            continue
        meant = nearest(stem, missing)
        missing = [other for other in missing if other != meant]
        yield Diagnostic(
            code=Code.UNUSED_FILE,
            place=Place(source=text.source),
            message=f'there is no indicator "{stem}" that this text could explain',
            hint=f"was it meant for {meant}?" if meant else "",
        )
    for stem in missing:
        yield Diagnostic(
            code=Code.MISSING_FILE,
            place=next(each.place for each in edition.indicators if each.stem == stem),
            message=f'the indicator "{stem}" has no text',
            hint=f"write texts/{stem}.md beside the edition's other texts",
        )


def _check_case_names(edition: EditionView) -> Iterator[Diagnostic]:
    names = (
        scalar(case, "case")
        for file in edition.folder.cases.values()
        for case in tables(items(file.node))
    )
    yield from _check_once(names, "case")


def _keys(rows: Iterable[Node], key: str) -> Iterator[Node | None]:
    return (scalar(row, key) for row in rows)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
