"""What identifies the parts of a policy, and how a month is written: as an index (year · 12 + month − 1)."""

from enum import StrEnum

type QuestionCode = str
type ReadingCode = str
type IndicatorCode = str
type Month = int


class Section(StrEnum):
    """The four kinds of indicators: 基础, 加分, 减分, 一票否决."""

    BASE = "base"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    VETO = "veto"
