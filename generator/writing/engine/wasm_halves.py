"""A WebAssembly module cut in two: the functions that run come first, the others follow.

Both halves have all types, imports and functions of the module under their old numbers, so that no instruction needs
to be read or changed. Where a half lacks a function, a few instructions in its place call it through a table that both
share. The first half is complete in itself but for what its functions of the rest do: until the rest has been
instantiated, such a call sets the global ``missed`` and traps.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.wasm_module import (
    HEADER,
    Kind,
    Module,
    Section,
    locals_end,
    longer,
    read_module,
    section_bytes,
    signed,
    sized,
    unsigned,
    vector,
)

MARK: Final = "half:"
"""What the names begin with by which the first half exports what the rest shares; the rest imports from ``half``."""
MISSED: Final = "half:missed"
RAN: Final = "ran:"
"""What the names of the globals begin with that say which function ran."""
_SHARER: Final = b"half"
_FUNCTIONS: Final = 0x70
_I32_CONST, _GLOBAL_SET, _LOCAL_GET, _CALL_INDIRECT, _END = (
    b"\x41",
    b"\x24",
    b"\x20",
    b"\x11",
    b"\x0b",
)
_NO_LOCALS: Final = b"\0"
_CHANGING_FLAG: Final = b"\x7f\x01" + _I32_CONST + b"\0" + _END
"""A global that can be set, nought at first."""
_INTO_TABLE: Final = b"\x02"
"""A segment of a table's elements that says which table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """The two modules, as bytes."""

    first: bytes
    rest: bytes


def noting(wasm: bytes) -> bytes:
    """The module with a global for each function, ``ran:0`` and so on, which is one once it has been called."""
    module = read_module(wasm)
    first = module.imported(Kind.GLOBAL) + len(module.globals)
    count = len(module.bodies)
    names = [_export(f"{RAN}{index}", Kind.GLOBAL, first + index) for index in range(count)]
    return _written(
        module,
        {
            Section.GLOBALS: longer(module.content(Section.GLOBALS), [_CHANGING_FLAG] * count),
            Section.EXPORTS: longer(module.content(Section.EXPORTS), names),
            Section.CODE: _code(
                _beginning(body, _set(first + index)) for index, body in enumerate(module.bodies)
            ),
        },
    )


def halves(wasm: bytes, ran: Collection[int]) -> Halves:
    """The module in two: the functions of these numbers (counted among those defined there) and all others."""
    module = read_module(wasm)
    if not all(0 <= index < len(module.bodies) for index in ran):
        raise EngineBuildError("a function ran that the WebAssembly has not")
    shared = _Shared(module, frozenset(ran))
    return Halves(first=shared.first(), rest=shared.rest())


@dataclass(frozen=True, slots=True)
class _Shared:
    """What both halves are made of."""

    module: Module
    ran: frozenset[int]

    @property
    def order(self) -> list[int]:
        """The functions in the order in which they stand in the shared table: those of the first half first."""
        return sorted(
            range(len(self.module.bodies)), key=lambda index: (index not in self.ran, index)
        )

    @property
    def table(self) -> int:
        """The number of the shared table: the one after all others."""
        return self.module.imported(Kind.TABLE) + len(self.module.tables)

    @property
    def table_type(self) -> bytes:
        return bytes([_FUNCTIONS, 0]) + unsigned(len(self.module.bodies))

    @property
    def missed(self) -> int:
        """The number of the global ``missed``, which the first half alone has."""
        return self.module.imported(Kind.GLOBAL) + len(self.module.globals)

    @property
    def common(self) -> list[tuple[str, Kind, int, bytes]]:
        """What is defined in the first half and imported by the rest: name, kind, number, type.

        Imports have the lower numbers; so all of a kind are shared, in their order, and keep their numbers.
        """
        module = self.module
        kinds = (
            (Kind.TABLE, (*module.tables, self.table_type)),
            (Kind.GLOBAL, module.globals),
            (Kind.TAG, module.tags),
        )
        return [
            (f"{MARK}{kind.value}.{index}", kind, module.imported(kind) + index, type_)
            for kind, types in kinds
            for index, type_ in enumerate(types)
        ]

    def first(self) -> bytes:
        module = self.module
        exports = [_export(name, kind, number) for name, kind, number, _ in self.common]
        exports.append(_export(MISSED, Kind.GLOBAL, self.missed))
        return _written(
            module,
            {
                Section.TABLES: longer(module.content(Section.TABLES), [self.table_type]),
                Section.GLOBALS: longer(module.content(Section.GLOBALS), [_CHANGING_FLAG]),
                Section.EXPORTS: longer(module.content(Section.EXPORTS), exports),
                Section.ELEMENTS: longer(
                    module.content(Section.ELEMENTS), [self._elements(0, len(self.ran))]
                ),
                Section.CODE: self._bodies(is_first=True, before=_set(self.missed)),
            },
        )

    def rest(self) -> bytes:
        module = self.module
        imports = [entry for _, entry in module.imports]
        imports += [
            sized(_SHARER) + sized(name.encode()) + bytes([kind]) + type_
            for name, kind, _, type_ in self.common
        ]
        sections = (
            (Section.TYPES, module.content(Section.TYPES)),
            (Section.IMPORTS, vector(imports)),
            (Section.FUNCTIONS, module.content(Section.FUNCTIONS)),
            (Section.ELEMENTS, vector([self._elements(len(self.ran), len(module.bodies))])),
            (Section.CODE, self._bodies(is_first=False, before=b"")),
        )
        return HEADER + b"".join(section_bytes(section, content) for section, content in sections)

    def _elements(self, start: int, end: int) -> bytes:
        """The segment that puts these places of the order into the shared table."""
        imported = self.module.imported(Kind.FUNCTION)
        functions = [unsigned(imported + index) for index in self.order[start:end]]
        place = _I32_CONST + signed(start) + _END
        return _INTO_TABLE + unsigned(self.table) + place + b"\0" + vector(functions)

    def _bodies(self, *, is_first: bool, before: bytes) -> bytes:
        places = {index: place for place, index in enumerate(self.order)}
        return _code(
            body
            if (index in self.ran) is is_first
            else self._passed_on(self.module.functions[index], places[index], before)
            for index, body in enumerate(self.module.bodies)
        )

    def _passed_on(self, type_: int, place: int, before: bytes) -> bytes:
        """The body of a function that calls the one in this place of the shared table with what it was given."""
        given = b"".join(
            _LOCAL_GET + unsigned(index) for index in range(self.module.parameters[type_])
        )
        called = (
            _I32_CONST + signed(place) + _CALL_INDIRECT + unsigned(type_) + unsigned(self.table)
        )
        return _NO_LOCALS + before + given + called + _END


def _written(module: Module, changed: Mapping[int, bytes]) -> bytes:
    """The module with other contents of some sections, all of which it has."""
    return HEADER + b"".join(
        section_bytes(section, changed.get(section, content))
        for section, content in module.sections
    )


def _export(name: str, kind: Kind, number: int) -> bytes:
    return sized(name.encode()) + bytes([kind]) + unsigned(number)


def _code(bodies: Iterable[bytes]) -> bytes:
    return vector([sized(body) for body in bodies])


def _beginning(body: bytes, instructions: bytes) -> bytes:
    """The body with these instructions before its own."""
    start = locals_end(body)
    return body[:start] + instructions + body[start:]


def _set(number: int) -> bytes:
    """Instructions that set a global to one."""
    return _I32_CONST + b"\x01" + _GLOBAL_SET + unsigned(number)
