"""guide/changelog.yaml: changes of the data that readers should hear of, newest first."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.policy.marks import Declares
from generator.scoring.marks import Code, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the data that readers should hear of."""

    code: Annotated[Code, Key("change"), Declares("change")]
    on: date
    title: str
    says: str
    figures: str = ""
    """The word for the figures that it was written for; of the newest one it has to be that of the data."""
