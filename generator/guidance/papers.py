"""Which papers a person's answers and points call for."""

from collections.abc import Iterable, Iterator, Mapping

from generator.guidance.guidance import AnswerWanted, Guidance, PaperToBring
from generator.scoring.codes import IndicatorCode
from generator.scoring.facts import Facts
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.questions import Kind
from generator.scoring.request import read_request
from generator.scoring.verdict import Award, verdict_of

type Plain = Mapping[str, object]


def papers_of(plain: object, policy: Policy, guidance: Guidance, memory: Memory) -> Plain:
    """Return the papers that a score request calls for, in the order of the data; raises RequestError as a score does.

    One is called for where its indicators give points and its conditions hold. As long as one of the two is open
    it is, too, but not ``sure``; where both are open there is nothing that calls for it yet.
    """
    request = read_request(plain, policy)
    facts = request.facts()
    verdict = verdict_of(request.edition, request.on, memory.findings(request.edition, facts))
    awards = {award.indicator.code: award for award in verdict.awards}
    return {"papers": list(_called_for(guidance.papers, awards, facts))}


def _called_for(
    papers: Iterable[PaperToBring], awards: Mapping[IndicatorCode, Award], facts: Facts
) -> Iterator[Plain]:
    for paper in papers:
        looks = (
            _any(_gives_points(awards.get(code)) for code in paper.indicators),
            _any(_holds(condition, facts) for condition in paper.when),
        )
        if False not in looks and looks != (None, None):
            yield {
                "paper": paper.code,
                "name": paper.name,
                "from": paper.from_,
                "sure": None not in looks,
            }


def _any(looks: Iterable[bool | None]) -> bool | None:
    """Tell whether one of several holds, and all is well where there are none; None while that is open."""
    found = set(looks) or {True}
    return True if True in found else None if None in found else False


def _gives_points(award: Award | None) -> bool | None:
    """Tell whether an indicator gives or takes points; None while that is open."""
    if award is None or not (award.low or award.high):
        return False
    return True if award.low > 0 or award.high < 0 else None


def _holds(wanted: AnswerWanted, facts: Facts) -> bool | None:
    """Tell whether a condition holds; None while its question has no answer, or is not asked on that day."""
    question = facts.questions.get(wanted.question)
    if question is None or facts.missing(wanted.question):
        return None
    if wanted.at_least is None:
        answer = facts.answers.get(wanted.question)
        return answer == wanted.is_ if wanted.is_not is None else answer != wanted.is_not
    counts = facts.months if question.kind is Kind.COUNT else facts.amount
    return counts(wanted.question).low >= wanted.at_least
