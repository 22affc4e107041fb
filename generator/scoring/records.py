"""Turn plain data (what JSON can say) into frozen dataclasses and back, by the annotations of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.scoring.marks import Key

type Plain = Mapping[str, Any]
type Read = Callable[[Any], object]


def read_record[Record](kind: type[Record], plain: Plain) -> Record:
    """Return the record that a table says; absent keys take the field's default, other keys are left alone.

    It trusts the table: the build has checked it.
    """
    held: type = kind
    return kind(**{name: read(plain[key]) for name, key, read in _shape(held) if key in plain})


def write_record(record: object) -> dict[str, Any]:
    """Return the table that says a record: what is as by default is left out."""
    assert is_dataclass(record)
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {_key(field): _plain(value) for field, value in values if value != field.default}


@cache
def _shape(kind: type) -> tuple[tuple[str, str, Read], ...]:
    """Return of each field its name, the key that says it, and what makes its value."""
    assert is_dataclass(kind)
    return tuple((field.name, _key(field), _reading(field.type)) for field in fields(kind))


def _key(field: Field[Any]) -> str:
    """Return the key that says a field: another one than its name where the annotation has one."""
    marks = get_args(field.type) if get_origin(field.type) is Annotated else ()
    return next((mark.name for mark in marks if isinstance(mark, Key)), field.name)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, Decimal):
        return str(value)
    return write_record(value) if is_dataclass(value) else value


def _reading(annotation: object) -> Read:
    """Return what makes a value of this annotation out of plain data."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _reading(parts[0])
    if origin in (UnionType, Union):
        if Decimal in parts:
            return _decimal_of_text
        return _unless_none(_reading(parts[0]))
    if origin is tuple:
        entry = _reading(parts[0])
        return lambda plain: tuple(map(entry, plain))
    if annotation is Decimal:
        return Decimal
    if isinstance(annotation, type) and is_dataclass(annotation):
        return partial(read_record, annotation)
    return _same


def _decimal_of_text(plain: object) -> object:
    return Decimal(plain) if isinstance(plain, str) else plain


def _unless_none(read: Read) -> Read:
    return lambda plain: None if plain is None else read(plain)


def _same(plain: object) -> object:
    return plain
