"""A module cut in two: nothing is lost, and node runs the halves as it runs the whole."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writing.engine import EngineBuildError, EngineOptions
from generator.writing.engine.running import require_valid
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.wasm_halves import MISSED, halves, noting
from generator.writing.engine.wasm_module import (
    HEADER,
    Kind,
    Section,
    read_module,
    section_bytes,
    sized,
    unsigned,
    vector,
)

I32: Final = b"\x7f"
TYPES: Final = (
    b"\x60\x01" + I32 + b"\x01" + I32,
    b"\x60\x00\x01" + I32,
    b"\x60\x03" + 3 * I32 + b"\0",
)
"""From one number to one; from nothing to one; from three to nothing."""
IMPORTS: Final = (
    b"\x03env\x03inc\x00\x00",
    b"\x03env\x05table\x01\x70\x00\x02",
    b"\x03env\x06memory\x02\x00\x01",
    b"\x03env\x04base\x03\x7f\x00",
)
DOUBLED: Final = b"\x00\x20\x00\x20\x00\x6a\x0b"
FOUR_TIMES: Final = b"\x00\x20\x00\x10\x01\x10\x01\x0b"
"""Twice the first function that is defined here, behind the imported one."""
COUNTED: Final = b"\x01\x01\x7f\x23\x01\x41\x01\x6a\x22\x00\x24\x01\x20\x00\x0b"
"""The global that is defined here, one more than it was; with a variable of its own."""
RAISED: Final = b"\x00\x20\x00\x10\x00\x10\x02\x0b"
"""The imported function, then four times that."""
NAMES: Final = ("doubled", "four_times", "counted", "raised")
RUN: Final = """
const [first, rest, calls] = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const module = (text) => new WebAssembly.Module(Buffer.from(text, 'base64'));
const imports = { env: {
  inc: (value) => value + 1,
  table: new WebAssembly.Table({ initial: 2, element: 'anyfunc' }),
  memory: new WebAssembly.Memory({ initial: 1 }),
  base: new WebAssembly.Global({ value: 'i32' }, 7),
} };
const { exports } = new WebAssembly.Instance(module(first), imports);
if (rest) new WebAssembly.Instance(module(rest), { ...imports, half: exports });
const said = calls.map(([name, ...given]) => {
  try {
    return exports[name](...given);
  } catch (error) {
    return error.constructor.name;
  }
});
const notes = Object.entries(exports).filter(([name]) => /^ran:|missed/.test(name));
console.log(JSON.stringify([said, Object.fromEntries(notes.map(([name, { value }]) => [name, value]))]));
"""
CALLS: Final = (["doubled", 3], ["four_times", 3], ["counted"], ["counted"], ["raised", 4])
RIGHT: Final = [6, 12, 6, 7, 20]


def module_of(functions: Sequence[tuple[int, bytes]], exported: Sequence[str] = ()) -> bytes:
    """A module with these functions (type and body), of which the first ones are exported by name."""
    sections = (
        (Section.TYPES, TYPES),
        (Section.IMPORTS, IMPORTS),
        (Section.FUNCTIONS, [unsigned(type_) for type_, _ in functions]),
        (Section.TABLES, [b"\x6f\x00\x00"]),
        (Section.GLOBALS, [b"\x7f\x01\x41\x05\x0b", b"\x7f\x00\x41\x80\x08\x0b"]),
        (
            Section.EXPORTS,
            [
                sized(name.encode()) + bytes([Kind.FUNCTION]) + unsigned(1 + index)
                for index, name in enumerate(exported)
            ],
        ),
        (Section.ELEMENTS, [b"\x00\x41\x00\x0b" + vector([b"\x01"])]),
        (Section.CODE, [sized(body) for _, body in functions]),
    )
    return HEADER + b"".join(section_bytes(section, vector(all_)) for section, all_ in sections)


SMALL: Final = module_of([(0, DOUBLED), (0, FOUR_TIMES), (1, COUNTED), (0, RAISED)], NAMES)


def run(first: bytes, rest: bytes = b"") -> tuple[list[object], dict[str, int]]:
    """What node answers to the calls, and the globals that are noted."""
    options = EngineOptions()
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    given = json.dumps([b64encode(first).decode(), b64encode(rest).decode(), CALLS])
    said, notes = json.loads(toolchain.run_node(["-e", RUN], doing="a test", given=given))
    return said, notes


@pytest.mark.parametrize("ran", [set(), {0}, {1}, {0, 2}, {1, 3}, {0, 1, 2, 3}])
def test_both_halves_together_do_what_the_whole_does(ran: set[int]) -> None:
    cut = halves(SMALL, ran)
    assert run(SMALL)[0] == RIGHT
    assert run(cut.first, cut.rest)[0] == RIGHT


def test_a_call_of_what_is_missing_traps_and_is_noted() -> None:
    cut = halves(SMALL, {0, 2})
    said, notes = run(cut.first)
    assert said == [6, "RuntimeError", 6, 7, "RuntimeError"]
    assert notes == {MISSED: 1}
    assert run(halves(SMALL, {0, 1, 2, 3}).first) == (RIGHT, {MISSED: 0})


def test_which_functions_ran_is_noted() -> None:
    said, notes = run(
        noting(
            module_of([(0, DOUBLED), (0, FOUR_TIMES), (1, COUNTED), (2, b"\x00\x0b")], NAMES[:3])
        )
    )
    assert said[:4] == RIGHT[:4]
    assert notes == {"ran:0": 1, "ran:1": 1, "ran:2": 1, "ran:3": 0}


@given(data=st.data())
def test_each_function_is_whole_in_just_one_half_byte_for_byte(data: st.DataObject) -> None:
    function = st.tuples(st.integers(0, 2), st.binary(min_size=1, max_size=300))
    functions = data.draw(st.lists(function, max_size=300))
    ran = data.draw(st.sets(st.integers(0, len(functions) - 1))) if functions else set()
    cut = halves(module_of(functions), ran)
    first, rest = read_module(cut.first), read_module(cut.rest)
    for half in (first, rest):
        assert half.functions == tuple(type_ for type_, _ in functions)
        assert half.content(Section.TYPES) == vector(TYPES)
        assert half.imports[: len(IMPORTS)] == read_module(module_of([])).imports
    for index, (_, body) in enumerate(functions):
        assert (first if index in ran else rest).bodies[index] == body
        assert (rest if index in ran else first).bodies[index].startswith(b"\0")


def test_pyodide_s_own_functions_are_whole_in_just_one_half() -> None:
    options = EngineOptions()
    wasm = Toolchain(node_modules=options.node_modules, cache=options.cache).runtime[
        "pyodide.asm.wasm"
    ]
    bodies = read_module(wasm).bodies
    ran = set(range(0, len(bodies), 3))
    cut = halves(wasm, ran)
    first, rest = read_module(cut.first).bodies, read_module(cut.rest).bodies
    joined = [first[index] if index in ran else rest[index] for index in range(len(bodies))]
    assert tuple(joined) == bodies


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no WebAssembly at all",
        SMALL[:60],
        SMALL + section_bytes(Section.MEMORIES, vector([b"\x00\x01"])),
        HEADER + section_bytes(Section.TYPES, vector([b"\x5f\x00"])),
        HEADER + section_bytes(Section.GLOBALS, vector([b"\x7f\x00\x41\x01\x41\x01\x6a\x0b"])),
        HEADER + section_bytes(Section.TYPES, vector(TYPES) + b"\0"),
    ],
    ids=["nothing", "text", "cut", "a memory", "another type", "a sum", "a byte too many"],
)
def test_what_is_not_understood_is_refused(broken: bytes) -> None:
    with pytest.raises(EngineBuildError, match="is not understood"):
        halves(broken, set())


def test_a_half_that_cannot_be_compiled_is_refused_by_its_name() -> None:
    options = EngineOptions()
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    cut = halves(SMALL, {0, 1, 2, 3})
    require_valid(toolchain, cut)
    with pytest.raises(EngineBuildError, match=r"(?s)the rest of the .*CompileError"):
        require_valid(toolchain, replace(cut, rest=cut.rest[:-1] + b"\x01"))


def test_a_function_that_is_not_there_is_refused() -> None:
    with pytest.raises(EngineBuildError, match="a function ran that the WebAssembly has not"):
        halves(SMALL, {4})
