"""What the sample people of all policies come to, and what that was when the work began."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from generator.dev.draft import ReadPolicy
from generator.loading.model import PolicyText
from generator.scorer import Scorer


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNow:
    """A sample person with points and outcome; ``was`` is what both were, empty where they are as they were."""

    title: str
    points: str
    outcome: str
    was: str = ""


type Verdicts = Mapping[str, tuple[str, str, str]]
"""Title, points and outcome, by the policy and the person's code."""


def verdicts_of(read: Iterable[ReadPolicy]) -> Verdicts:
    """The verdict on each sample person on their own day."""
    return {
        f"{policy.code}/{person.code}": (
            person.title,
            *_verdict(scorer, policy.code, person.on.isoformat(), person.answers),
        )
        for policy in (each.policy for each in read)
        if isinstance(policy, PolicyText)
        for scorer in [Scorer(policy.scoring)]
        for person in policy.people.values()
    }


def people_now(first: Verdicts, now: Verdicts) -> list[dict[str, str]]:
    """Each person as plain values, with what was otherwise when the work began."""
    return [asdict(_person(first.get(code), *verdict)) for code, verdict in now.items()]


def _person(first: tuple[str, str, str] | None, title: str, points: str, outcome: str) -> PersonNow:
    if first is None:
        was = "新"
    else:
        was = "" if first[1:] == (points, outcome) else f"{first[1]} {first[2]}".strip()
    return PersonNow(title=title, points=points, outcome=outcome, was=was)


def _verdict(
    scorer: Scorer, policy: str, on: str, answers: Mapping[str, object]
) -> tuple[str, str]:
    request = {"policy": policy, "on": on, "answers": answers}
    answer = json.loads(scorer.score_json(json.dumps(request, ensure_ascii=False)))
    if "error" in answer:
        return "", answer["error"]["message"]
    low, high = answer["score_range"]
    return (str(low) if low == high else f"{low}–{high}"), answer["outcome"]
