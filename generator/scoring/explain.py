"""Put a verdict into sentences with the person's own numbers; the words come from the policy data."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache

from generator.scoring.dates import in_words
from generator.scoring.figures import shown, ungrouped
from generator.scoring.findings import Lost, Value
from generator.scoring.model import Edition, Indicator, Policy
from generator.scoring.points import magnitude
from generator.scoring.verdict import Award, Outcome, Score


def filled(sentence: str, *layers: Mapping[str, Value], say: Callable[[Value], str] = shown) -> str:
    """Return a sentence of the policy with its words, which it has in braces, each from the first layer that has it.

    KeyError where none has one.
    """
    pieces, end = _pieces(sentence)
    written = []
    for text, name in pieces:
        written.append(text)
        for layer in layers:
            if name in layer:
                written.append(say(layer[name]))
                break
        else:
            raise KeyError(name)
    written.append(end)
    return "".join(written)


@cache
def _pieces(sentence: str) -> tuple[Sequence[tuple[str, str]], str]:
    """Return the texts of a sentence, each with the word that follows it, and the text behind the last word."""
    text, *rest = sentence.split("{")
    pieces = []
    for each in rest:
        name, _, following = each.partition("}")
        pieces.append((text, name))
        text = following
    return pieces, text


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
        return filled(award.exclusive.sentence, words)
    if award.capped is not None and not finding.missing:
        words = {
            "title": indicator.title,
            "points": award.points,
            "would_be": award.would_be,
            "cap": award.capped.cap,
            "clause": award.capped.clause,
        }
        return filled(award.capped.sentence, words)
    least = most = near = magnitude(finding.low)
    if finding.low != finding.high:
        far = magnitude(finding.high)
        least, most = min(near, far), max(near, far)
    words = {
        "title": indicator.title,
        "clause": indicator.clause,
        "low": least,
        "high": most,
        "points": near,
        "would_be": finding.figures.get("points", 0),
    }
    own = indicator.rule.words(finding, edition.questions)
    return filled(indicator.sentences[finding.sentence], words, own, finding.facts, finding.figures)


def explain_lost(lost: Lost, indicator: Indicator) -> str:
    """Return the sentence of a row that gave way to a better one of the same indicator."""
    words: dict[str, Value] = {
        "title": indicator.title,
        "clause": indicator.clause,
        "points": lost.points,
    }
    return filled(indicator.sentences["lost"], words, lost.words)


def explain_score(score: Score, edition: Edition, on: date, policy: Policy) -> str:
    """Return the sentence that comes first: edition, day, score and what is missing to the standard score."""
    standard = edition.standard_score
    key: str = score.outcome
    if score.points is None and score.outcome is Outcome.BELOW_STANDARD:
        key = "undecided_below"
    if score.points is None and score.outcome is Outcome.MEETS_STANDARD:
        key = "undecided_meets"
    words: dict[str, Value] = {
        "edition": in_words(edition.first),
        "on": in_words(on),
        "score": score.low,
        "low": score.low,
        "high": score.high,
        "standard_score": standard,
        "distance": max(0, standard - score.low),
    }
    return filled(policy.sentences[key], words, say=ungrouped)
