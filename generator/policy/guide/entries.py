"""What entries of several files of the guide have in common: groups, conditions, lists of references."""

from dataclasses import dataclass
from typing import Annotated

from generator.guidance.guidance import AnswerWanted
from generator.policy.marks import Declares, Either, OneOf
from generator.scoring.marks import Code, Count, Excludes, Key, Refers

type Indicators = tuple[Annotated[Code, Refers("indicator")], ...]
type Questions = tuple[Annotated[Code, Refers("question")], ...]
type GroupCode = Annotated[Code, Refers("group")]
type Cases = tuple[Annotated[str, Refers("case")], ...]
"""Golden cases that show it, by their sentences."""

type GivenAnswer = Annotated[bool | Code, Either("a choice, true or false")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading under which entries of a file stand."""

    code: Annotated[Code, Key("group"), Declares("group")]
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Holds where a question has this answer; exactly one of the three is given."""

    question: Annotated[Code, Refers("question")]
    is_: Annotated[GivenAnswer | None, Excludes("answer"), OneOf("answer")] = None
    is_not: Annotated[GivenAnswer | None, Excludes("answer"), OneOf("answer")] = None
    at_least: Annotated[Count | None, Excludes("answer"), OneOf("answer")] = None

    @property
    def scoring(self) -> AnswerWanted:
        """The condition as answers are held against it."""
        return AnswerWanted(
            question=self.question, is_=self.is_, is_not=self.is_not, at_least=self.at_least
        )
