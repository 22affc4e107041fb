"""Put a verdict into sentences with the person's own numbers; the words come from the policy data."""

from collections.abc import Mapping

from generator.scoring.dates import in_words
from generator.scoring.figures import shown, ungrouped
from generator.scoring.findings import Lost, Value
from generator.scoring.model import Edition, Indicator, Policy
from generator.scoring.points import magnitude
from generator.scoring.verdict import Award, Outcome, Verdict


class Words:
    """The words of a sentence: each is taken from the first layer that has it, and written when it is asked for."""

    __slots__ = ("_layers",)

    def __init__(self, *layers: Mapping[str, Value]) -> None:
        self._layers = layers

    def __getitem__(self, name: str) -> str:
        """Return a word as sentences show it; KeyError where no layer has it."""
        for layer in self._layers:
            if name in layer:
                return shown(layer[name])
        raise KeyError(name)


def explain_award(award: Award, edition: Edition) -> str:
    """Return the sentence that says why an indicator came out as it did."""
    finding, indicator = award.finding, award.indicator
    words: dict[str, Value]
    if award.winner is not None:
        assert award.exclusive is not None
        words = {
            "loser": indicator.title,
            "winner": award.winner.title,
            "would_be": award.would_be,
            "clause": award.exclusive.clause,
        }
        return award.exclusive.sentence.format_map(Words(words))
    if award.capped is not None and not finding.missing:
        words = {
            "title": indicator.title,
            "points": award.points,
            "would_be": award.would_be,
            "cap": award.capped.cap,
            "clause": award.capped.clause,
        }
        return award.capped.sentence.format_map(Words(words))
    near = magnitude(finding.low)
    far = near if finding.low == finding.high else magnitude(finding.high)
    words = {
        "title": indicator.title,
        "clause": indicator.clause,
        "points": near,
        "low": min(near, far),
        "high": max(near, far),
        "would_be": finding.figures.get("points", 0),
    }
    own = indicator.rule.words(finding, edition.questions)
    return indicator.sentences[finding.sentence].format_map(
        Words(words, own, finding.facts, finding.figures)
    )


def explain_lost(lost: Lost, indicator: Indicator) -> str:
    """Return the sentence of a row that gave way to a better one of the same indicator."""
    words: dict[str, Value] = {
        "title": indicator.title,
        "clause": indicator.clause,
        "points": lost.points,
    }
    return indicator.sentences["lost"].format_map(Words(words, lost.words))


def explain_verdict(verdict: Verdict, policy: Policy) -> str:
    """Return the sentence that comes first: edition, day, score and what is missing to the standard score."""
    standard = verdict.edition.standard_score
    key: str = verdict.outcome
    if verdict.score is None and verdict.outcome is Outcome.BELOW_STANDARD:
        key = "undecided_below"
    if verdict.score is None and verdict.outcome is Outcome.MEETS_STANDARD:
        key = "undecided_meets"
    words: dict[str, Value] = {
        "edition": in_words(verdict.edition.first),
        "on": in_words(verdict.on),
        "score": verdict.low,
        "low": verdict.low,
        "high": verdict.high,
        "standard_score": standard,
        "distance": max(0, standard - verdict.low),
    }
    return policy.sentences[key].format_map(
        {name: ungrouped(value) for name, value in words.items()}
    )
