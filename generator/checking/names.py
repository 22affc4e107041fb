"""Is every code given once, does it agree with the name of its file, and is every indicator on its edition's list?"""

from collections.abc import Iterable, Iterator

from generator.checking.view import Declared, EditionView, View
from generator.diagnostics import Code, Diagnostic, Note, Place, nearest
from generator.loading.completing import NOBODY
from generator.policy.indicators import SECTIONS
from generator.policy.messages import choice_hint, given_twice
from generator.policy.people import Person
from generator.policy.places import Declaration


def check_names(view: View) -> Iterator[Diagnostic]:
    """Codes given twice, names that differ from the code inside, lists that differ from the files."""
    yield from check_once(view.groups.codes)
    yield from check_once(view.questions.codes)
    yield from check_once(view.situations.codes)
    yield from check_once(view.readings.codes)
    yield from check_once(view.documents.codes)
    yield from check_once(view.people.codes)
    yield from check_once(view.terms.codes)
    yield from check_once(view.facts.codes)
    yield from _check_terms(view)
    yield from _check_syllables(view)
    yield from _check_nobody(view.people)
    for edition in view.editions:
        yield from _check_edition_name(edition, view)
        yield from _check_file_names(edition)
        yield from _check_order(edition, view)
        yield from _check_conditions(edition, view)
        yield from _check_texts(edition, is_shown=edition in view.shown)
        cases = edition.folder.cases.values()
        yield from check_once(each for file in cases for each in file.declarations)


def check_once(declared: Iterable[Declaration]) -> Iterator[Diagnostic]:
    """Codes and names that are given twice among these."""
    first: dict[tuple[str, str], Declaration] = {}
    for each in declared:
        known = first.setdefault((each.kind, each.code), each)
        if known is not each:
            yield given_twice(each.kind, each.code, each.place, known.place)


def _check_terms(view: View) -> Iterator[Diagnostic]:
    """Words that two entries of the glossary explain; what stands in brackets behind a term is no part of it."""
    first: dict[str, Place] = {}
    for term in view.folder.glossary.value or ():
        word = term.term.partition("（")[0].strip()
        place = view.places.of(term, "term")
        if word in first:
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=place,
                message=f"the term “{word}” is explained twice",
                notes=(Note(place=first[word], text="it is explained here first"),),
            )
        first.setdefault(word, place)


def _check_syllables(view: View) -> Iterator[Diagnostic]:
    """Words of the search whose sound has more or fewer syllables than they have characters."""
    for each in view.folder.search_words.value or ():
        syllables = len(each.pinyin.split())
        if syllables != len(each.word):
            yield Diagnostic(
                code=Code.DISAGREES,
                place=view.places.of(each, "pinyin"),
                message=f"“{each.word}” has {len(each.word)} characters, its pinyin {syllables} syllables",
                hint="a gap between syllables, one for each character: duan jiao",
            )


def _check_nobody(people: Declared[Person]) -> Iterator[Diagnostic]:
    if people.codes and people.is_whole and NOBODY not in people.known:
        yield Diagnostic(
            code=Code.UNKNOWN_REFERENCE,
            place=people.place,
            message=f'there is no person "{NOBODY}", whom cases start from',
            hint=f"add a person {NOBODY} with every question answered and nothing met",
        )


def _check_edition_name(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    text = edition.text
    if text is not None and text.code != edition.name:
        yield Diagnostic(
            code=Code.WRONG_NAME,
            place=view.places.of(text, "code"),
            message=f"the edition is {text.code}, its folder is called {edition.name}",
        )


def _check_file_names(edition: EditionView) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for indicator in edition.indicators:
        declared = indicator.declared
        place = indicator.place if declared is None else declared.place
        if declared is not None and declared.code != indicator.stem:
            yield Diagnostic(
                code=Code.WRONG_NAME,
                place=place,
                message=f'the indicator is "{declared.code}", its file is called {indicator.stem}.yaml',
            )
        elif indicator.stem in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=place,
                message=f'the indicator "{indicator.stem}" has two files',
                notes=(Note(place=seen[indicator.stem], text="it is given here first"),),
            )
        seen.setdefault(indicator.stem, place)


def _check_conditions(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    """The edition's list and the files of conditions name the same."""
    text = edition.text
    if text is None:
        return
    stems = {entry.stem for entry in edition.folder.conditions}
    for position, code in enumerate(text.conditions):
        if code not in stems:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=view.places.of(text, "conditions", position),
                message=f'the condition "{code}" has no file',
                hint=choice_hint(code, tuple(sorted(stems))),
            )
    for entry in edition.folder.conditions:
        inside = next(iter(entry.file.declarations), None)
        if inside is not None and inside.code != entry.stem:
            yield Diagnostic(
                code=Code.WRONG_NAME,
                place=inside.place,
                message=f'the condition is "{inside.code}", its file is called {entry.stem}.yaml',
            )
        elif entry.stem not in text.conditions:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=entry.file.place,
                message=f'the condition "{entry.stem}" is not on the edition\'s list',
                hint=f"add it to conditions in {edition.place.source.name}, or remove the file",
            )


def _check_order(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    """The edition's list names every indicator, those of a section together, in the sections' order."""
    text = edition.text
    if text is None:
        return
    known = {indicator.code for indicator in edition.indicators} | {
        indicator.stem for indicator in edition.indicators
    }
    strays = [each for each in edition.indicators if each.code not in text.indicators]
    last, last_place = 0, edition.place
    for position, code in enumerate(text.indicators):
        place = view.places.of(text, "indicators", position)
        indicator = edition.indicator(code)
        if code not in known and edition.indicators:
            meant = nearest(code, [stray.code for stray in strays])
            strays = [stray for stray in strays if stray.code != meant]
            yield _not_listed(code, place, meant, known)
        if indicator is None:
            continue
        section = SECTIONS.index(indicator.section)
        if section < last:
            yield Diagnostic(
                code=Code.NOT_RISING,
                place=place,
                message=f"{code} is of section {indicator.section} and stands after one of {SECTIONS[last]}",
                hint=f"the list has the sections one after another: {', '.join(SECTIONS)}",
                notes=(Note(place=last_place, text="this one stands before"),),
            )
        else:
            last, last_place = section, place
    for stray in strays:
        if stray.stem not in text.indicators and text.indicators:
            yield Diagnostic(
                code=Code.NOT_LISTED,
                place=stray.place,
                message=f'the indicator "{stray.code}" is not on the edition\'s list',
                hint=f"add it to indicators in {edition.place.source.name}, or remove the file",
            )


def _not_listed(code: str, place: Place, meant: str | None, known: set[str]) -> Diagnostic:
    hint = f"there is a file of {meant}" if meant else choice_hint(code, tuple(sorted(known)))
    return Diagnostic(
        code=Code.NOT_LISTED,
        place=place,
        message=f'the indicator "{code}" has no file',
        hint=hint,
    )


def _check_texts(edition: EditionView, *, is_shown: bool) -> Iterator[Diagnostic]:
    """Each text belongs to an indicator; in those that pages tell of each indicator has its text."""
    texts = edition.folder.texts
    stems = [indicator.stem for indicator in edition.indicators]
    if is_shown and stems and not texts:
        yield Diagnostic(
            code=Code.MISSING_FILE,
            place=edition.place,
            message="no indicator of the edition in force has a text",
            hint="write texts/<indicator>.md for each, or restore the folder texts",
        )
        return
    missing = [stem for stem in stems if stem not in texts] if is_shown else []
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
