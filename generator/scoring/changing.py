"""How an answer can be changed: how hard that is and how a plan says it, as the policy's questions have it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Effort(StrEnum):
    """How hard a step of a plan is, the easiest first."""

    WAIT = "wait"
    """Let time pass and change nothing."""
    PAY = "pay"
    """Pay contributions, perhaps at another base."""
    CERTIFICATE = "certificate"
    """Pass an examination or finish a course."""
    STATUS = "status"
    """Be what one is or isn't: a talent, a firm's owner, at work in a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTo:
    """A choice that a plan may propose.

    Choices of different ``road`` lead to different places: neither is a smaller step than the other.
    """

    effort: Effort
    road: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a question's answer can be changed; ``step`` says it to the reader, with words in braces."""

    effort: Effort
    step: str
    choices: Mapping[str, ChangeTo]
    """By the choice's code; empty where the question has none."""


def read_change(question: Mapping[str, Any]) -> Change:
    """Return what the plain question says under ``changeable``, and each choice beside it."""
    plain = question["changeable"]
    effort = Effort(plain["effort"])
    return Change(
        effort=effort,
        step=plain["step"],
        choices={
            choice["code"]: ChangeTo(
                effort=Effort(choice.get("effort", effort)),
                road=choice.get("road", ""),
                step=choice.get("step", plain["step"]),
            )
            for choice in question.get("choices", ())
        },
    )
