"""What every statement of the policy data may carry: plain values, and the document, clause and certainty it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

type Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
"""JSON-able data; exact decimals are text such as ``"0.8"``."""


class Authority(StrEnum):
    """What a statement rests on; shown as 条文, 通常做法, 本站推断."""

    TEXT = "text"
    PRACTICE = "practice"
    INFERENCE = "inference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Where a figure comes from: a document of ``sources.yaml``, its clause and how sure we are."""

    document: str
    clause: str
    authority: Authority
    confidence: str
    restored: bool = False
    note: str = ""


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

    code: str
    kind: DocumentKind
    title: str
    number: str
    issuer: str
    in_force_from: date | None
    in_force_to: date | None
    addresses: tuple[str, ...]
    seen: str
    confidence: str
    checked_on: date
    day_of: DayOf
    """What was done on ``checked_on``."""
    note: str

    @property
    def official_address(self) -> str:
        """The first address that a page may open, ``https://…``; empty where there is none."""
        return next((each for each in self.addresses if is_official(each)), "")


def is_official(address: str) -> bool:
    """Whether pages link to the address; others are only printed."""
    return address.startswith("https://")
