"""Sample people scored under each edition: the same answers, on a day of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.editions import ScoredEdition
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.cases import Case, CaseText, Expectation
from generator.policy.guide.comparison import ComparedPerson, request_under


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPersonView:
    """Someone's verdicts, one for each scored edition, oldest first."""

    title: str
    verdicts: tuple[WorkedExample, ...]

    @property
    def differs(self) -> bool:
        """Whether the editions come to different results."""
        return len({(verdict.outcome, verdict.score) for verdict in self.verdicts}) > 1


def compared_people(
    policy: PolicyText, scored: Iterable[ScoredEdition], examples: WorkedExamples
) -> tuple[ComparedPersonView, ...]:
    """The people of the comparison, each scored on the day that it names for an edition."""
    editions = [each for each in scored if each.text.code in policy.guide.comparison.days]
    return tuple(
        ComparedPersonView(
            title=person.title,
            verdicts=tuple(
                examples.answering(case_under(policy, edition, person)) for edition in editions
            ),
        )
        for person in policy.guide.comparison.people
    )


def case_under(policy: PolicyText, edition: ScoredEdition, person: ComparedPerson) -> Case:
    """The person as a case of that edition: those answers that it asks for."""
    return Case(
        text=CaseText(name=person.title, expect=Expectation()),
        edition=edition.text.code,
        topic="comparison",
        place="guide/comparison.yaml",
        request=request_under(
            policy.guide.comparison, person, edition.scoring, policy.people, policy.code
        ),
    )
