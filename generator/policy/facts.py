"""facts.yaml: figures that no score rests on, such as periods, fines and how far back a paper has to reach."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Count, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure that no score rests on, with its unit and source."""

    code: Annotated[Code, Key("fact"), Declares("fact")]
    says: str
    """What it is the figure of, in words."""
    value: Count
    unit: str
    receipt: Annotated[Receipt, Inline()]
