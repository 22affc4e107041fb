"""From a policy folder to everything it says, or to all the mistakes in its files."""

from pathlib import Path

from generator.diagnostics import DataErrors
from generator.loading.completing import CasesOf, cases_of_policy
from generator.loading.editions import build_edition
from generator.loading.facts import build_facts
from generator.loading.folder import EditionFolder, PolicyFolder
from generator.loading.glossary import build_glossary
from generator.loading.guide.files import build_guide
from generator.loading.indicators import build_indicator
from generator.loading.model import Case, EditionText, PolicyText
from generator.loading.people import build_people, own_answers
from generator.loading.prose_pages import build_page
from generator.loading.questions import build_groups, build_questions
from generator.loading.readings import build_readings
from generator.loading.records import record_of
from generator.loading.scoring_document import scoring_document, scoring_text
from generator.loading.sources import build_documents
from generator.loading.taken_over import placed_cases
from generator.loading.walking import read_policy_folder
from generator.loading.yardsticks import build_yardsticks
from generator.scoring.codec import read_policy
from generator.scoring.model import Policy


def load(policy_dir: Path) -> PolicyText:
    """Everything that the folder says.

    Raises DataErrors with all mistakes that single files hold. What holds across files, and whether the
    cases come true, is for ``generator.checking`` to say: build with what it has passed.
    """
    return policy_text(read_policy_folder(policy_dir))


def load_scoring_text(policy_dir: Path, shown: str | None = None) -> str:
    """Only the plain scoring document, as JSON text: quicker, for scoring on the command line.

    Messages call the folder ``shown``. Raises DataErrors with the mistakes in the files that it is made of.
    """
    folder = read_policy_folder(policy_dir, shown, only_scoring=True)
    if folder.diagnostics:
        raise DataErrors(folder.diagnostics)
    return scoring_text(scoring_document(folder, folder.editions))


def policy_text(folder: PolicyFolder) -> PolicyText:
    """What a folder that has been read says; raises DataErrors where a file of it is broken."""
    if folder.diagnostics:
        raise DataErrors(folder.diagnostics)
    policy = record_of(folder.policy.node)
    document = scoring_document(folder, folder.editions)
    scoring = read_policy(document)
    given = cases_of_policy(folder, scoring, own_answers(folder.people.node))
    editions = sorted(folder.editions, key=lambda edition: edition.name)
    return PolicyText(
        code=policy.text("policy"),
        title=policy.text("title"),
        scoring=scoring,
        scoring_text=scoring_text(document),
        documents=build_documents(folder.sources.node),
        groups=build_groups(folder.questions.node),
        questions=build_questions(folder.questions.node),
        readings=build_readings(folder.readings.node),
        yardsticks=build_yardsticks(folder.yardsticks.node),
        people=build_people(folder.people.node, given),
        glossary=build_glossary(folder.glossary.node),
        facts=build_facts(folder.facts.node),
        guide=build_guide({name: file.node for name, file in folder.guide.items()}),
        editions={edition.name: _edition_text(edition) for edition in editions},
        cases=cases_of(folder, scoring, given),
        pages={name: build_page(name, page) for name, page in folder.pages.items()},
    )


def cases_of(folder: PolicyFolder, policy: Policy, given: CasesOf) -> tuple[Case, ...]:
    """The cases of all editions, by edition, topic and order in the file; their files must be sound."""
    scored = {edition.code for edition in policy.editions}
    return tuple(
        placed.case
        for edition in sorted(folder.editions, key=lambda edition: edition.name)
        if edition.name in scored
        for placed in placed_cases(folder, edition, policy, given)
    )


def _edition_text(edition: EditionFolder) -> EditionText:
    indicators = [
        build_indicator(
            indicator.file.node,
            indicator.section,
            edition.texts[indicator.stem].text if indicator.stem in edition.texts else "",
        )
        for indicator in edition.indicators
    ]
    return build_edition(edition.file.node, indicators)
