"""The frame of a WebAssembly module: its sections and what their entries say of themselves; no instruction is read.

Only what Pyodide's module has is understood; anything else is an EngineBuildError, never a guess.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from generator.writing.engine.errors import EngineBuildError

HEADER: Final = b"\0asm\x01\0\0\0"
_FUNCTION_TYPE: Final = 0x60
_END: Final = 0x0B
_SIGN: Final = 0x40
_CONSTANT_BYTES: Final = {0x43: 4, 0x44: 8}
"""``f32.const`` and ``f64.const`` with the bytes that follow."""
_CONSTANT_NUMBERS: Final = frozenset({0x23, 0x41, 0x42, 0xD0, 0xD2})
"""``global.get``, ``i32.const``, ``i64.const``, ``ref.null`` and ``ref.func``: one number follows."""


class Section(IntEnum):
    """The sections that are read, by their numbers."""

    TYPES = 1
    IMPORTS = 2
    FUNCTIONS = 3
    TABLES = 4
    MEMORIES = 5
    GLOBALS = 6
    EXPORTS = 7
    ELEMENTS = 9
    CODE = 10
    TAGS = 13


class Kind(IntEnum):
    """What is imported and exported, by its number."""

    FUNCTION = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module as its sections, and what these say; entries are the bytes that stand there."""

    sections: tuple[tuple[int, bytes], ...]
    parameters: tuple[int, ...]
    """How many parameters each type has."""
    imports: tuple[tuple[Kind, bytes], ...]
    functions: tuple[int, ...]
    """The type of each function that is defined here."""
    tables: tuple[bytes, ...]
    """The types of the tables that are defined here; so for the next two."""
    globals: tuple[bytes, ...]
    tags: tuple[bytes, ...]
    bodies: tuple[bytes, ...]
    """Local variables and instructions of each function that is defined here."""

    def imported(self, kind: Kind) -> int:
        """How many of a kind are imported: those that are defined here have the numbers behind them."""
        return sum(1 for each, _ in self.imports if each is kind)

    def content(self, section: Section) -> bytes:
        """What stands in a section."""
        return dict(self.sections)[section]


def read_module(wasm: bytes) -> Module:
    """The module of these bytes; raises EngineBuildError where they are none that is understood."""
    try:
        return _module(wasm)
    except (IndexError, ValueError, KeyError) as error:
        raise EngineBuildError(f"this WebAssembly is not understood: {error}") from error


def _module(wasm: bytes) -> Module:
    if not wasm.startswith(HEADER):
        raise ValueError("it begins otherwise")
    reader = _Reader(wasm, len(HEADER))
    sections = []
    while not reader.is_at_end:
        section = reader.byte()
        sections.append((section, reader.bytes(reader.number())))
    content = dict(sections)
    if Section.MEMORIES in content:
        raise ValueError("it has a memory of its own")
    return Module(
        sections=tuple(sections),
        parameters=tuple(_entries(content, Section.TYPES, _parameters)),
        imports=tuple(_entries(content, Section.IMPORTS, _import)),
        functions=tuple(_entries(content, Section.FUNCTIONS, _Reader.number)),
        tables=tuple(_entries(content, Section.TABLES, _table_type)),
        globals=tuple(_entries(content, Section.GLOBALS, _global_type)),
        tags=tuple(_entries(content, Section.TAGS, _tag_type)),
        bodies=tuple(_entries(content, Section.CODE, _body)),
    )


@dataclass(slots=True)
class _Reader:
    """Bytes, and how far they have been read."""

    data: bytes
    at: int = 0

    @property
    def is_at_end(self) -> bool:
        return self.at == len(self.data)

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def bytes(self, count: int) -> bytes:
        self.at += count
        if self.at > len(self.data):
            raise ValueError("it ends too soon")
        return self.data[self.at - count : self.at]

    def number(self) -> int:
        """A number without a sign (LEB128)."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return value


def _entries[T](
    content: Mapping[int, bytes], section: Section, read: Callable[[_Reader], T]
) -> Iterable[T]:
    """The entries of a section, if there is one."""
    if section not in content:
        return
    reader = _Reader(content[section])
    for _ in range(reader.number()):
        yield read(reader)
    if not reader.is_at_end:
        raise ValueError(f"its {section.name.lower()} end otherwise than they say")


def _parameters(reader: _Reader) -> int:
    if reader.byte() != _FUNCTION_TYPE:
        raise ValueError("it has a type that is not a function's")
    count = reader.number()
    reader.bytes(count)
    reader.bytes(reader.number())
    return count


def _import(reader: _Reader) -> tuple[Kind, bytes]:
    start = reader.at
    reader.bytes(reader.number())
    reader.bytes(reader.number())
    kind = Kind(reader.byte())
    match kind:
        case Kind.FUNCTION:
            reader.number()
        case Kind.TABLE:
            _table_type(reader)
        case Kind.MEMORY:
            _limits(reader)
        case Kind.GLOBAL:
            reader.bytes(2)
        case Kind.TAG:
            _tag_type(reader)
    return kind, reader.data[start : reader.at]


def _table_type(reader: _Reader) -> bytes:
    start = reader.at
    reader.byte()
    _limits(reader)
    return reader.data[start : reader.at]


def _limits(reader: _Reader) -> None:
    has_most = reader.byte() & 1
    reader.number()
    if has_most:
        reader.number()


def _tag_type(reader: _Reader) -> bytes:
    start = reader.at
    reader.byte()
    reader.number()
    return reader.data[start : reader.at]


def _global_type(reader: _Reader) -> bytes:
    """The type; the value that it begins with is passed over."""
    type_ = reader.bytes(2)
    instruction = reader.byte()
    if instruction in _CONSTANT_NUMBERS:
        reader.number()
    else:
        reader.bytes(_CONSTANT_BYTES[instruction])
    if reader.byte() != _END:
        raise ValueError("a global begins with more than one instruction")
    return type_


def _body(reader: _Reader) -> bytes:
    return reader.bytes(reader.number())


def locals_end(body: bytes) -> int:
    """Where the instructions of a function begin."""
    reader = _Reader(body)
    for _ in range(reader.number()):
        reader.number()
        reader.byte()
    return reader.at


def section_bytes(section: int, content: bytes) -> bytes:
    """A section with its frame."""
    return bytes([section]) + unsigned(len(content)) + content


def vector(entries: Sequence[bytes]) -> bytes:
    """Entries behind their number."""
    return unsigned(len(entries)) + b"".join(entries)


def longer(content: bytes, entries: Sequence[bytes]) -> bytes:
    """A section's content with more entries at its end."""
    reader = _Reader(content)
    count = reader.number()
    return unsigned(count + len(entries)) + content[reader.at :] + b"".join(entries)


def sized(content: bytes) -> bytes:
    """Bytes behind their length: a function's body in the section of code, or a name."""
    return unsigned(len(content)) + content


def unsigned(number: int) -> bytes:
    """A number without a sign (LEB128)."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def signed(number: int) -> bytes:
    """A number from nought up where a sign is expected (LEB128)."""
    written = bytearray()
    while number >= _SIGN:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
