"""The engine from its parts: the table of contents of this folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from pathlib import Path

from generator.integrity import integrity_of
from generator.writing.assets import hashed_name
from generator.writing.engine.archive import pack
from generator.writing.engine.bytecode import (
    NO_COLUMNS,
    WITHOUT_DOCSTRINGS,
    compiled,
    compiler_version,
)
from generator.writing.engine.licences import licence_text
from generator.writing.engine.running import (
    exercise_source,
    halves_of,
    without_exercise,
)
from generator.writing.engine.scoring import (
    package_hash,
    package_modules,
    package_sources,
    source_hashes,
)
from generator.writing.engine.scripts import bundle, glue, knowing
from generator.writing.engine.stdlib import Library, derive_library, library_sources, shared
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import (
    FOLDER,
    REST,
    Engine,
    EngineOptions,
    Part,
    SelfCheck,
    first_bytes,
)

PLAIN_NAMES = {
    "glue": "pyodide.js",
    "wasm": "pyodide.wasm",
    "rest": "pyodide-rest.wasm",
    "stdlib": "python.zip",
    "scoring": "scoring.zip",
    "policy": "policy.json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What the engines of all policies have in common: everything but the rules and what names their file."""

    contents: Mapping[str, bytes]
    """The parts by role."""
    wasm: bytes
    """The whole runtime."""
    parts: Mapping[str, Part]
    late: tuple[str, ...]
    """Modules that loading the rules does not import."""
    library: Library
    hashes: Mapping[str, str]
    worker: bytes
    """The script, which has to be told its build."""
    ahead: bytes
    """The script, which has to be told what to fetch."""
    plain: Mapping[str, bytes]
    """What needs to be told nothing, by plain name."""


def build_engines(package: Path, asked: Sequence[tuple[str, EngineOptions]]) -> tuple[Engine, ...]:
    """An engine for each policy's text; they have all parts but the policy in common, the same files.

    Their options differ in checks, exercises, place and what is fetched ahead.
    """
    sources = package_sources(package)
    libraries = [
        derive_library(_toolchain(options), sources, policy_text, options)
        for policy_text, options in asked
    ]
    common = _common(sources, shared(libraries), asked[0][1])
    return tuple(_engine(common, policy_text, options) for policy_text, options in asked)


def build_engine(package: Path, policy_text: str, options: EngineOptions) -> Engine:
    """All files of the browser's engine; the same input gives the same bytes on any host.

    Raises EngineBuildError where a tool is missing or the scoring package cannot run in the browser.
    """
    (engine,) = build_engines(package, [(policy_text, options)])
    return engine


def _common(sources: Mapping[str, bytes], library: Library, options: EngineOptions) -> _Common:
    toolchain = _toolchain(options)
    wasm = toolchain.runtime["pyodide.asm.wasm"]
    worker = bundle(toolchain, options.scripts / "worker.js", form="iife")
    contents = {
        "glue": glue(toolchain, options.scripts / "glue.js"),
        "stdlib": _library(toolchain, library.paths, options),
    }
    if options.stock_runtime:
        contents |= {"scoring": pack(sources), "wasm": wasm}
    else:
        archive = _with_bytecode(toolchain, {**sources, **exercise_source()}, options)
        modules = (*library.modules, *package_modules(sources))
        cut = halves_of(toolchain, worker, contents, archive, modules)
        contents |= {
            "scoring": pack(without_exercise(archive)),
            "wasm": cut.first,
            REST: cut.rest,
        }
    return _Common(
        contents=contents,
        wasm=wasm,
        parts={role: part_of(PLAIN_NAMES[role], content) for role, content in contents.items()},
        late=(*library.late_modules, *package_modules(sources)),
        library=library,
        hashes=source_hashes(sources),
        worker=worker,
        ahead=bundle(toolchain, options.scripts / "ahead.js", form="iife"),
        plain={
            "client.js": bundle(toolchain, options.scripts / "page.js", form="esm"),
            "licences.txt": licence_text(toolchain).encode(),
        },
    )


def _engine(common: _Common, policy_text: str, options: EngineOptions) -> Engine:
    toolchain = _toolchain(options)
    policy = policy_text.encode()
    contents = {**common.contents, "policy": policy}
    parts = {**common.parts, "policy": part_of(PLAIN_NAMES["policy"], policy)}
    facts = _facts(toolchain, parts, common.late, options)
    worker = knowing(common.worker, ENGINE_BUILD=facts)
    hashed_worker = hashed_name(f"{FOLDER}/worker.js", worker)
    coming = [
        *options.ahead,
        hashed_worker,
        *(part.address for role, part in parts.items() if role != REST),
    ]
    ahead = knowing(
        common.ahead, ENGINE_AHEAD=[address.removeprefix(f"{FOLDER}/") for address in coming]
    )
    plain = {"worker.js": worker, "ahead.js": ahead, **common.plain}
    names = {f"{FOLDER}/{name}": hashed_name(f"{FOLDER}/{name}", plain[name]) for name in plain}
    return Engine(
        files={
            **{parts[role].address: content for role, content in contents.items()},
            **{names[f"{FOLDER}/{name}"]: content for name, content in plain.items()},
        },
        names=names,
        parts=parts,
        build=str(facts["build"]),
        scoring_hash=package_hash(common.hashes),
        scoring_sources=common.hashes,
        versions={
            "pyodide": toolchain.pyodide_version,
            "python": toolchain.lock_info["python"],
            "pyodide-build": compiler_version(),
        },
        modules=common.library.paths,
        licences=names[f"{FOLDER}/licences.txt"],
        sources={**contents, "wasm": common.wasm},
        facts=facts,
    )


def _toolchain(options: EngineOptions) -> Toolchain:
    return Toolchain(node_modules=options.node_modules, cache=options.cache)


def _library(toolchain: Toolchain, paths: tuple[str, ...], options: EngineOptions) -> bytes:
    if options.stock_runtime:
        return toolchain.runtime["python_stdlib.zip"]
    sources = library_sources(toolchain, paths)
    return pack(compiled(toolchain, sources, WITHOUT_DOCSTRINGS, options.cache))


def _with_bytecode(
    toolchain: Toolchain, sources: Mapping[str, bytes], options: EngineOptions
) -> dict[str, bytes]:
    """The sources themselves, and their bytecode with docstrings and assertions as on the host.

    Python compares the hash in the bytecode with the source beside it when it imports a module.
    """
    return {**sources, **compiled(toolchain, sources, NO_COLUMNS, options.cache)}


def part_of(plain_name: str, content: bytes) -> Part:
    """What is known of a file that a worker loads."""
    return Part(
        address=hashed_name(f"{FOLDER}/{plain_name}", content),
        bytes=len(content),
        integrity=integrity_of(content),
    )


def _facts(
    toolchain: Toolchain, parts: Mapping[str, Part], late: tuple[str, ...], options: EngineOptions
) -> dict[str, object]:
    """What the worker knows about its build (``Build`` in core.js and worker.js)."""
    facts: dict[str, object] = {
        **({"place": options.place} if options.place else {}),
        "snapshots": not options.stock_runtime,
        "late": late,
        "lock": {"info": dict(toolchain.lock_info)},
        **facts_of(parts, options.self_checks),
    }
    scripts = b"".join(file.read_bytes() for file in sorted(options.scripts.glob("*.js")))
    described = dumps(facts, sort_keys=True).encode()
    return {**facts, "build": sha256(described + scripts).hexdigest()}


def facts_of(parts: Mapping[str, Part], self_checks: Sequence[SelfCheck]) -> dict[str, object]:
    """What any worker knows of its parts, and the calls that it checks itself by."""
    return {
        "total": first_bytes(parts),
        "selfchecks": [
            {"method": check.method, "request": check.request, "answer": check.answer}
            for check in self_checks
        ],
        "parts": {
            role: {
                "path": part.address.removeprefix(f"{FOLDER}/"),
                "bytes": part.bytes,
                "integrity": part.integrity,
            }
            for role, part in parts.items()
        },
    }
