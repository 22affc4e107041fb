"""Turn plain data (what JSON can say) into frozen dataclasses and back, by the annotations of their fields."""

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.scoring.marks import Key

type Plain = Mapping[str, Any]


def read_record[Record](kind: type[Record], plain: Plain) -> Record:
    """Return the record that a table says; absent keys take the field's default, other keys are left alone.

    It trusts the table: the build has checked it.
    """
    assert is_dataclass(kind)
    return kind(
        **{
            field.name: _value(field.type, plain[key])
            for field in fields(kind)
            if (key := _key(field)) in plain
        }
    )


def write_record(record: object) -> dict[str, Any]:
    """Return the table that says a record: what is as by default is left out."""
    assert is_dataclass(record)
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {_key(field): _plain(value) for field, value in values if value != field.default}


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


def _value(annotation: object, plain: object) -> object:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(parts[0], plain)
    if origin in (UnionType, Union) and Decimal in parts and int in parts:
        return Decimal(plain) if isinstance(plain, str) else plain
    if origin in (UnionType, Union):
        return None if plain is None else _value(parts[0], plain)
    if origin is tuple:
        assert isinstance(plain, list)
        return tuple(_value(parts[0], entry) for entry in plain)
    if annotation is Decimal:
        assert isinstance(plain, str | int)
        return Decimal(plain)
    if isinstance(annotation, type) and is_dataclass(annotation):
        assert isinstance(plain, Mapping)
        return read_record(annotation, plain)
    return plain
