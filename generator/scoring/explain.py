"""Put a verdict into sentences with the person's own numbers; the words come from the policy data."""

from collections.abc import Mapping
from decimal import Decimal

from generator.scoring.findings import Lost, Value
from generator.scoring.model import Edition, Indicator, OptionsRule, Policy
from generator.scoring.verdict import Award, Outcome, Verdict


def explain_award(award: Award, edition: Edition) -> str:
    """Return the sentence that says why an indicator came out as it did."""
    finding, indicator = award.finding, award.indicator
    if award.winner is not None and award.exclusive is not None:
        return _fill(
            award.exclusive.sentence,
            {
                "loser": indicator.title,
                "winner": award.winner.title,
                "would_be": award.would_be,
                "clause": award.exclusive.clause,
            },
        )
    words = {
        **_always(indicator, abs(finding.low)),
        **finding.figures,
        **finding.facts,
        "points": abs(finding.low),
        "low": min(abs(finding.low), abs(finding.high)),
        "high": max(abs(finding.low), abs(finding.high)),
        "would_be": finding.figures.get("points", 0),
    }
    return _fill(indicator.sentences[finding.sentence], _labelled(words, indicator, edition))


def explain_lost(lost: Lost, indicator: Indicator) -> str:
    """Return the sentence of a row that gave way to a better one of the same indicator."""
    words = {**_always(indicator, lost.points), **lost.words}
    return _fill(indicator.sentences["lost"], words)


def explain_verdict(verdict: Verdict, policy: Policy) -> str:
    """Return the sentence that comes first: edition, day, score and what is missing to the standard score."""
    standard = verdict.edition.standard_score
    key = verdict.outcome.value
    if verdict.score is None and verdict.outcome is Outcome.BELOW_STANDARD:
        key = "undecided_below"
    if verdict.score is None and verdict.outcome is Outcome.MEETS_STANDARD:
        key = "undecided_meets"
    return _fill(
        policy.sentences[key],
        {
            "edition": verdict.edition.code,
            "on": verdict.on.isoformat(),
            "score": verdict.low,
            "low": verdict.low,
            "high": verdict.high,
            "standard_score": standard,
            "distance": max(0, standard - verdict.low),
        },
    )


def _always(indicator: Indicator, points: int) -> dict[str, Value]:
    return {"title": indicator.title, "clause": indicator.clause, "points": points}


def _labelled(
    words: Mapping[str, Value], indicator: Indicator, edition: Edition
) -> Mapping[str, Value]:
    """Return the words with the choice's code replaced by its label."""
    choice = words.get("choice")
    if not isinstance(indicator.rule, OptionsRule) or not isinstance(choice, str):
        return words
    label = edition.questions[indicator.rule.question].choices[choice]
    return {**words, "choice": label}


def _fill(sentence: str, words: Mapping[str, Value]) -> str:
    return sentence.format_map({name: _shown(value) for name, value in words.items()})


def _shown(value: Value) -> str:
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "、".join(value) if isinstance(value, tuple) else str(value)
