"""What identifies the parts of a policy, and how a month is written: as an index (year · 12 + month − 1)."""

from enum import StrEnum
from typing import Annotated

from generator.scoring.marks import InSnake, Refers

type QuestionCode = Annotated[str, InSnake(), Refers("question", uses=True)]
type ReadingCode = Annotated[str, InSnake(), Refers("reading", uses=True)]
type IndicatorCode = Annotated[str, InSnake(), Refers("indicator")]
type Month = int


class Section(StrEnum):
    """The four kinds of indicators: 基础, 加分, 减分, 一票否决."""

    BASE = "base"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    VETO = "veto"
