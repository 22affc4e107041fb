"""What every statement of the policy data may carry: plain values, and the document, clause and certainty it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

type Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
"""JSON-able data; exact decimals are text such as ``"0.8"``."""


class Authority(StrEnum):
    """What a statement rests on; shown as 条文, 通行口径, 本站推断."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that figures are drawn from."""

    code: str
    title: str
    number: str
    issuer: str
    in_force_from: date | None
    in_force_to: date | None
    addresses: tuple[str, ...]
    seen: str
    confidence: str
    checked_on: date
    note: str
