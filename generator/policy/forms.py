"""The forms of values, as the annotations of a declaration give them: what ``fit`` and the JSON schema go by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.policy.marks import Declares
from generator.scoring.marks import Refers


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """Words; ``blank`` where they may be left empty."""

    blank: bool = False
    declares: Declares | None = None
    refers: Refers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeForm:
    """A code in lower_snake."""

    declares: Declares | None = None
    refers: Refers | None = None
    identifies: bool = False
    """Whether no two entries of a list may have the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordForm:
    """One of a closed list of words; ``value_of`` makes of the word what the declaration has."""

    words: tuple[str, ...]
    value_of: Callable[[str], object] = str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeForm:
    """A whole number within bounds."""

    at_least: int = 0
    at_most: int = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactForm:
    """A whole number or an exact decimal, within bounds."""

    above: Decimal = Decimal(0)
    at_most: Decimal = Decimal(10**9)
    or_whole: bool = False
    """A whole number stays one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagForm:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayForm:
    """A date ``2023-01-01``; ``as_text`` where it is kept as written."""

    as_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthForm:
    """A month ``2023-07``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EitherForm:
    """Any of several forms of single values; ``what`` says which, in words."""

    what: str
    forms: tuple["ScalarForm", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersForm:
    """What a request may hold as answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """One such answer."""


type ScalarForm = (
    TextForm
    | CodeForm
    | WordForm
    | WholeForm
    | ExactForm
    | FlagForm
    | DayForm
    | MonthForm
    | EitherForm
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListForm:
    """Items of one form; ``length`` where there have to be just so many, ``once`` what nothing may be given twice as."""

    item: "Form"
    at_least: int = 1
    length: int | None = None
    once: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """A table whose keys are free codes, all values of one form."""

    value: "Form"
    key: CodeForm = CodeForm()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """A key of a record. An inline field has no key of its own: those of its record stand for it."""

    name: str
    key: str
    form: "Form"
    is_needed: bool
    is_inline: bool = False
    sources: bool = False
    excludes: str = ""
    one_of: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordForm:
    """A table with known keys, and what makes a value of theirs."""

    build: Callable[[dict[str, object]], object]
    fields: tuple[FieldForm, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All keys: those that have to be there first."""
        flat = self.flat
        return tuple(
            field.key for needed in (True, False) for field in flat if field.is_needed is needed
        )

    @cached_property
    def flat(self) -> tuple[FieldForm, ...]:
        """The fields that have a key, those of inline records among them."""
        return tuple(
            inner
            for field in self.fields
            for inner in (
                field.form.flat
                if field.is_inline and isinstance(field.form, RecordForm)
                else (field,)
            )
        )

    @property
    def sourced_by(self) -> str:
        """The key without which the figures of the table have no source; empty where it needs none."""
        for field in self.fields:
            if field.sources:
                inner = field.form
                is_inline = field.is_inline and isinstance(inner, RecordForm)
                return (
                    inner.flat[0].key if is_inline and isinstance(inner, RecordForm) else field.key
                )
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantsForm:
    """A table whose other keys depend on the word at the key ``by``."""

    by: str
    records: Mapping[str, RecordForm]


type Form = ScalarForm | AnswersForm | AnswerForm | ListForm | TableForm | RecordForm | VariantsForm
