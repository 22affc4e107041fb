"""From a policy folder to everything it says, or to all the mistakes in its files."""

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import DataErrors
from generator.loading.completing import CasesOf, cases_of_policy
from generator.loading.data_day import data_day
from generator.loading.data_version import version_of
from generator.loading.folder import EditionFolder, GuideFolder, PolicyFolder, said
from generator.loading.model import PolicyText
from generator.loading.prose_pages import prose_page
from generator.loading.scoring_policy import guidance_of, scoring_policy, scoring_text
from generator.loading.taken_over import placed_cases
from generator.loading.walking import read_policy_folder
from generator.policy.cases import Case
from generator.policy.guide.guide import Guide
from generator.policy.indicators import IndicatorText, indicator_text
from generator.scoring.model import Policy
from generator.standing import placed_examples


def load(policy_dir: Path) -> PolicyText:
    """Everything that the folder says.

    Raises DataErrors with all mistakes that single files hold. What holds across files, and whether the
    cases come true, is for ``generator.checking`` to say: build with what it has passed.
    """
    return policy_text(read_policy_folder(policy_dir))


def load_scoring_text(policy_dir: Path, shown: str | None = None, cache: Path | None = None) -> str:
    """Only the plain scoring document, as JSON text: quicker, for scoring on the command line.

    Messages call the folder ``shown``; ``cache`` is as with ``read_policy_folder``. Raises DataErrors with the mistakes in the files that it is made of.
    """
    folder = read_policy_folder(policy_dir, shown, only_scoring=True, cache=cache)
    if folder.diagnostics:
        raise DataErrors(folder.diagnostics)
    return scoring_text(scoring_policy(folder, folder.editions), guidance_of(folder))


def policy_text(folder: PolicyFolder, scoring: Policy | None = None) -> PolicyText:
    """What a folder that has been read says; raises DataErrors where a file of it is broken.

    ``scoring`` is the model of all its editions, where that was made already.
    """
    if folder.diagnostics:
        raise DataErrors(folder.diagnostics)
    policy, form = said(folder.policy), said(folder.questions)
    scoring = scoring or scoring_policy(folder, folder.editions)
    given = cases_of_policy(folder, scoring)
    documents = said(folder.sources)
    guide = Guide() if folder.guide is None else _guide(folder.guide)
    return PolicyText(
        code=policy.code,
        title=policy.title,
        site=policy.site,
        home=policy.home,
        words=policy.words,
        has_single_file=policy.single_file,
        renewal_asks="" if policy.renewal is None else policy.renewal.sentences["asks"],
        picture=folder.picture,
        version=version_of(folder),
        scoring=scoring,
        scoring_text=scoring_text(scoring, guidance_of(folder)),
        documents={document.code: document for document in documents},
        groups=form.groups,
        situations=form.situations,
        questions={question.code: question for question in form.questions},
        readings={reading.code: reading for reading in said(folder.readings)},
        yardsticks=said(folder.yardsticks),
        people=given.complete_people(),
        glossary=said(folder.glossary),
        facts={fact.code: fact for fact in folder.facts.value or ()},
        search_words=folder.search_words.value or (),
        guide=guide,
        editions={edition.name: said(edition.file) for edition in folder.editions},
        indicators={
            edition.name: _indicators(edition, _top(folder))
            for edition in folder.editions
            if edition.is_scored
        },
        cases=tuple(_cases(folder, scoring, given)),
        pages={name: prose_page(name, said(page.head)) for name, page in folder.pages.items()},
        texts=texts_of(folder),
        as_of=data_day(guide.changes, documents),
    )


def _cases(folder: PolicyFolder, policy: Policy, given: CasesOf) -> Iterator[Case]:
    """The cases of all editions, by edition, topic and order in the file."""
    scored = {edition.code for edition in policy.editions}
    for edition in folder.editions:
        if edition.name in scored:
            for placed in placed_cases(folder, edition, policy, given):
                yield placed.case


def _guide(guide: GuideFolder) -> Guide:
    return Guide(
        claims=said(guide.claims),
        faq=said(guide.faq),
        papers=said(guide.papers),
        risks=said(guide.risks),
        self_assessment=said(guide.self_assessment),
        comparison=said(guide.comparison),
        deadlines=said(guide.deadlines),
        changes=tuple(sorted(said(guide.changelog), key=lambda change: change.on, reverse=True)),
    )


def texts_of(folder: PolicyFolder) -> dict[str, str]:
    """All Markdown of the folder by the names of the files in it; what stands above a page's text is blank lines."""
    top = _top(folder)
    files = [
        *(text for edition in folder.editions for text in edition.texts.values()),
        *(page.text for page in folder.pages.values()),
    ]
    return {file.source.name.removeprefix(top): file.text for file in files}


def _top(folder: PolicyFolder) -> str:
    """What messages put before the names of the folder's files."""
    return folder.policy.place.source.name.removesuffix("policy.yaml")


def _indicators(edition: EditionFolder, top: str) -> dict[str, IndicatorText]:
    texts = edition.texts
    placed = {stem: placed_examples(text.text) for stem, text in texts.items()}
    names = {stem: text.source.name.removeprefix(top) for stem, text in texts.items()}
    found = {
        file.code: indicator_text(
            file,
            entry.section,
            names.get(entry.stem, ""),
            placed_examples=placed.get(entry.stem, ()),
        )
        for entry in edition.indicators
        for file in [said(entry.file)]
    }
    return {code: found[code] for code in said(edition.file).indicators if code in found}
