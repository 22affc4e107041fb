"""sources.yaml: the documents that figures are drawn from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.policy.evidence import Confidence
from generator.policy.marks import BlankToo, Declares
from generator.scoring.marks import Code, Entries, Key, Once


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The days on which something is in force; open at its end where ``to`` is left out."""

    from_: date
    to: date | None = None


class DocumentKind(StrEnum):
    """What a source is: only government documents have a number, only official pages are opened by a link."""

    DOCUMENT = "document"
    OFFICIAL_PAGE = "official_page"
    PAGE = "page"


class DayOf(StrEnum):
    """What happened on the day that a source states: nobody here opened a government's page."""

    PRINT = "print"
    OPENING = "opening"
    COLLECTING = "collecting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that figures are drawn from."""

    code: Annotated[Code, Key("document"), Declares("document")]
    title: str
    number: Annotated[str, BlankToo()]
    issuer: str
    addresses: Annotated[tuple[str, ...], Entries(0), Once("address")]
    seen: str
    """What of it was seen."""
    confidence: Confidence
    checked_on: date
    in_force: InForce | None = None
    note: str = ""
    kind: DocumentKind = DocumentKind.DOCUMENT
    day_of: DayOf = DayOf.COLLECTING
    """What was done on ``checked_on``."""

    @property
    def official_address(self) -> str:
        """The first address that a page may open, ``https://…``; empty where there is none."""
        return next((each for each in self.addresses if is_official(each)), "")

    @property
    def in_force_from(self) -> date | None:
        """Its first day; None where it has none."""
        return None if self.in_force is None else self.in_force.from_

    @property
    def in_force_to(self) -> date | None:
        """Its last day; None where it is open."""
        return None if self.in_force is None else self.in_force.to


def is_official(address: str) -> bool:
    """Whether pages link to the address; others are only printed."""
    return address.startswith("https://")
