"""glossary.yaml: terms in plain words."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.marks import Declares
from generator.scoring.marks import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry."""

    code: Annotated[Code, Declares("term")]
    term: str
    meaning: str
    see: str = ""
    """A link, as in Markdown, to where the term is used or told about at length."""
    linked: bool = True
    """Whether its first use in a text leads to the glossary."""
