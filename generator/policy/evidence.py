"""What every statement of the policy data may carry: the document and clause that it rests on, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

from generator.policy.marks import Inline, Words
from generator.scoring.marks import Code, Refers


class Authority(StrEnum):
    """What a statement rests on; shown as 条文, 通常做法, 本站推断."""

    TEXT = "text"
    PRACTICE = "practice"
    INFERENCE = "inference"


type Confidence = Annotated[str, Words(("A", "B+", "B", "B-", "C"))]
"""From government text that was seen to one source, an inference or practice."""

type DocumentCode = Annotated[Code, Refers("document")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Where a figure comes from: a document of ``sources.yaml``, its clause and how sure we are."""

    document: DocumentCode
    authority: Authority
    confidence: Confidence
    clause: str = ""
    restored: bool = False
    """Whether the figure is lost in the print and restored from another wording."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReceipt:
    """The receipt of a single figure that rests on something else than the rest of its file."""

    figure: str
    """Its path inside the file, such as ``rule.gate.months``."""
    receipt: Annotated[Receipt, Inline()]


def with_clause(receipt: Receipt, clause: str) -> Receipt:
    """The same receipt; ``clause`` where it names none itself."""
    return receipt if receipt.clause else replace(receipt, clause=clause)


def by_figure(exceptions: tuple[FigureReceipt, ...], clause: str) -> Mapping[str, Receipt]:
    """The receipts of single figures by the figure's path."""
    return {each.figure: with_clause(each.receipt, clause) for each in exceptions}


def weakest(*receipts: Receipt) -> Authority:
    """What they rest on at the weakest: text before practice before inference."""
    order = tuple(Authority)
    return max((receipt.authority for receipt in receipts), key=order.index)
