"""The shapes that values of the data files have: what a kind of file may say and must say.

A shape is declared beside what is built from it (one module per kind of file) and put to the nodes
by ``generator.loading.fitting``. It knows single files only, nothing that holds across files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """Words; ``blank`` where they may be left empty with ``""``."""

    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeShape:
    """A code in lower_snake; names of documents and editions have ``-`` as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordShape:
    """One of a closed list of words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeShape:
    """A whole number within bounds."""

    at_least: int = 0
    at_most: int = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactShape:
    """A whole number or an exact decimal, within bounds."""

    above: Decimal = Decimal(0)
    at_most: Decimal = Decimal(10**9)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagShape:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShape:
    """A date ``2023-01-01``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShape:
    """A month ``2023-07``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EitherShape:
    """Any of several scalar shapes; ``what`` says which, in words."""

    what: str
    shapes: tuple["ScalarShape", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersShape:
    """What a request may hold as answers: anything that JSON can say; the engine judges it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShape:
    """One such answer."""


type ScalarShape = (
    TextShape
    | CodeShape
    | WordShape
    | WholeShape
    | ExactShape
    | FlagShape
    | DayShape
    | MonthShape
    | EitherShape
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShape:
    """Items of one shape; ``length`` where there have to be just so many."""

    item: "Shape"
    at_least: int = 1
    length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShape:
    """A table with known keys. Of each group in ``excluding`` at most one key may stand."""

    required: Mapping[str, "Shape"]
    optional: Mapping[str, "Shape"] = field(default_factory=dict)
    excluding: tuple[tuple[str, ...], ...] = ()
    needs_one_of: tuple[str, ...] = ()
    """Keys of which one has to be there."""
    sourced_by: str = ""
    """The key without which the figures of the table have no source."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)

    def shape_of(self, key: str) -> "Shape | None":
        return self.required.get(key) or self.optional.get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantsShape:
    """A table whose other keys depend on the word at ``by``."""

    by: str
    records: Mapping[str, RecordShape]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table whose keys are free codes, all values of one shape."""

    value: "Shape"


type Shape = (
    ScalarShape | AnswersShape | AnswerShape | ListShape | RecordShape | VariantsShape | TableShape
)

TEXT = TextShape()
TEXT_OR_BLANK = TextShape(blank=True)
CODE = CodeShape()
FLAG = FlagShape()
DAY = DayShape()
MONTH = MonthShape()
POINTS = WholeShape(at_least=1, at_most=999)
COUNT = WholeShape(at_least=1)
ANSWERS = AnswersShape()
ANSWER = AnswerShape()
