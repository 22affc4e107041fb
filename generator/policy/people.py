"""people.yaml: sample people with complete answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.policy.marks import Answers, Declares
from generator.policy.plain import Plain
from generator.scoring.marks import Code, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A sample person with complete answers."""

    code: Annotated[Code, Key("person"), Declares("person")]
    title: str
    about: str
    on: date
    answers: Annotated[Mapping[str, Plain], Answers()]
