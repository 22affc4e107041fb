"""Which functions of the runtime run, found by running it: they are its first half (``wasm_halves.py``).

The worker and the parts that ship start in node, with a stand-in for the scorer that is built into them: it imports all
modules and does what scoring is made of (``jobs/exercise_runtime.py``). So the halves depend on no policy's data.
"""

from collections.abc import Mapping, Sequence
from json import dumps, loads
from pathlib import Path
from typing import Final

from generator.integrity import integrity_of
from generator.kept import kept, key_of
from generator.scratch import scratch
from generator.writing.engine import wasm_halves, wasm_module
from generator.writing.engine.archive import pack, unpack
from generator.writing.engine.in_node import answers_in_node, hosted_worker, scripts_in_node
from generator.writing.engine.inside import script_text
from generator.writing.engine.scoring import ENTRY
from generator.writing.engine.scripts import knowing
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.wasm_halves import Halves, halves, noting

EXERCISE: Final = "exercise_runtime.py"
NOTING: Final = "noting_worker.mjs"
LONG: Final = 30_000
CALLS: Final = tuple(
    ("score_json", text)
    for text in (
        *("plain", "é", "积分", "\N{GRINNING FACE}", "\ud83d", '{"a": 1}'),
        *(letter * LONG for letter in ("a", "é", "积", "\N{GRINNING FACE}")),
    )
)
"""Texts of each width that Python and JavaScript know, and the same of more than goes on a sheet (``sheet.js``)."""
COMPILED: Final = "new WebAssembly.Module(require('node:fs').readFileSync(process.argv[1]))"
_STANDS_FOR: Final = f"generator/{ENTRY}"


def exercise_source() -> dict[str, bytes]:
    """The stand-in for the scorer, under the path that its bytecode is asked for by."""
    return {EXERCISE: script_text(EXERCISE).encode()}


def without_exercise(archive: Mapping[str, bytes]) -> dict[str, bytes]:
    """What of the archive ships."""
    return {name: content for name, content in archive.items() if not name.startswith(EXERCISE)}


def halves_of(
    toolchain: Toolchain,
    worker: bytes,
    parts: Mapping[str, bytes],
    archive: Mapping[str, bytes],
    modules: Sequence[str],
) -> Halves:
    """The runtime in two, the functions first that run.

    ``worker`` is the script that has to be told its build; ``parts`` are the loader and the library by role; ``archive``
    has the scoring package and ``exercise_source``, with their bytecode; ``modules`` are imported.
    """
    wasm = toolchain.runtime["pyodide.asm.wasm"]
    how = b"".join(Path(str(module.__file__)).read_bytes() for module in (wasm_module, wasm_halves))
    names = sorted(archive)
    key = key_of(
        wasm,
        how,
        worker,
        names,
        *(archive[name] for name in names),
        *(parts[role] for role in sorted(parts)),
        dumps(list(modules)),
        dumps(CALLS),
        script_text(NOTING),
        *scripts_in_node(),
    )

    def made() -> bytes:
        cut = halves(wasm, _functions_that_run(toolchain, worker, parts, archive, modules))
        require_valid(toolchain, cut)
        return pack({"first": cut.first, "rest": cut.rest})

    found = unpack(kept(toolchain.cache, "halves.zip", key, made))
    return Halves(first=found["first"], rest=found["rest"])


def require_valid(toolchain: Toolchain, cut: Halves) -> None:
    """Raises EngineBuildError where a half is none that can be run: whoever needs the rest would be the first to see it."""
    with scratch() as folder:
        for name, content in (("first", cut.first), ("rest", cut.rest)):
            file = folder / f"{name}.wasm"
            file.write_bytes(content)
            doing = f"compiling the {name} of the runtime's halves"
            toolchain.run_node(["-e", COMPILED, str(file)], doing=doing)


def _functions_that_run(
    toolchain: Toolchain,
    worker: bytes,
    parts: Mapping[str, bytes],
    archive: Mapping[str, bytes],
    modules: Sequence[str],
) -> frozenset[int]:
    """Their numbers, counted among those that the WebAssembly defines."""
    other = {f"{_STANDS_FOR}{end}": archive[f"{EXERCISE}{end}"] for end in ("", "c")}
    files = {
        **parts,
        "wasm": noting(toolchain.runtime["pyodide.asm.wasm"]),
        "scoring": pack({**without_exercise(archive), **other}),
        "policy": dumps(list(modules)).encode(),
    }
    facts = {
        "build": "",
        "snapshots": False,
        "late": [],
        "lock": {"info": dict(toolchain.lock_info)},
        "selfchecks": [],
        "total": sum(map(len, files.values())),
        "parts": {
            role: {"path": role, "bytes": len(content), "integrity": integrity_of(content)}
            for role, content in files.items()
        },
    }
    with scratch() as folder:
        for role, content in files.items():
            (folder / role).write_bytes(content)
        (folder / "worker.js").write_bytes(knowing(worker, ENGINE_BUILD=facts))
        opened = {**hosted_worker(folder, "worker.js"), "worker": NOTING}
        doing = "finding out which functions of the runtime run"
        (answers,) = answers_in_node(toolchain, [opened], CALLS, doing=doing).values()
    return frozenset(loads(answers[-1]))
