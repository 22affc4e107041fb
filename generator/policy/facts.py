"""facts.yaml: figures that no score rests on, such as periods, fines and how far back a paper has to reach."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Count, Key, Once


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterFigure:
    """What the figure is from a day on, with its own receipt."""

    from_: Annotated[date, Key("from")]
    value: Count
    receipt: Annotated[Receipt, Inline()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure that no score rests on, with its unit and source."""

    code: Annotated[Code, Key("fact"), Declares("fact")]
    says: str
    """What it is the figure of, in words."""
    value: Count
    unit: str
    receipt: Annotated[Receipt, Inline()]
    later: Annotated[tuple[LaterFigure, ...], Once("from")] = ()
    """Where another document gives another figure, oldest first."""

    def on(self, day: date) -> "Fact":
        """The fact with the figure of that day."""
        figure = next((each for each in reversed(self.later) if each.from_ <= day), None)
        return self if figure is None else replace(self, value=figure.value, receipt=figure.receipt)
