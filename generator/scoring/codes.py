"""What identifies the parts of a policy, and how a month is written: as an index (year · 12 + month − 1)."""

type QuestionCode = str
type ReadingCode = str
type IndicatorCode = str
type Month = int
