"""The finished site, opened once in node before it takes the old one's place.

The engine of the hosted pages, the first gear and the engine of the single file start from the files on the disk, check
themselves, and must answer one request as CPython does. Policies that differ from one so opened in their data alone are
asked one request each in a Pyodide of the build.
"""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from json import dumps, loads
from pathlib import Path
from typing import Final
from zlib import MAX_WBITS, decompress
from zlib import error as zlib_error

from generator.kept import keep, kept, key_of, recall
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.gear import Gear
from generator.writing.engine.in_node import answers_in_node, hosted_worker, scripts_in_node
from generator.writing.engine.inside import Job, run_inside, script_text
from generator.writing.engine.single_file import CARRIED
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import Engine, EngineOptions, SelfCheck
from generator.writing.output import Files

SAMPLES: Final = "answer_samples.py"
PROVEN: Final = b"right"
GZIP: Final = MAX_WBITS + 16
CARRIED_TEXT: Final = re.compile(r'<script type="text/plain" id="engine-([a-z]+)">([^<]*)</script>')
"""A part of the engine inside the single file: its role and its text."""


def require_as_written(site: Path, files: Files) -> None:
    """Raises EngineBuildError where a file in the folder ``site`` is not on the disk as it was made."""
    for address, content in files.items():
        if (site / address).read_bytes() != content:
            raise EngineBuildError(f"{address} is not on the disk as it was written there")


def require_carried(
    site: Path, single_file: str, engine: Engine, options: EngineOptions
) -> Mapping[str, str]:
    """The engine's parts as the single file on the disk carries them; raises EngineBuildError where one is another."""
    text = (site / single_file).read_text(encoding="utf-8")
    carried = dict(CARRIED_TEXT.findall(text))
    key = key_of(
        carried.keys(),
        carried.values(),
        (engine.parts[role].integrity for role in CARRIED),
    )

    def proven() -> bytes:
        for role in CARRIED:
            if _unpacked(single_file, role, carried.get(role, "")) != engine.sources[role]:
                raise EngineBuildError(f"{single_file} carries another {role} than was made")
        return PROVEN

    kept(options.cache, "carried", key, proven)
    return carried


def require_answers(
    site: Path,
    engine: Engine,
    sample: SelfCheck,
    options: EngineOptions,
    *,
    gear: Gear | None = None,
    single_file: str = "",
) -> None:
    """Raises EngineBuildError where an engine of the folder ``site`` fails or does not answer ``sample`` right.

    ``single_file`` is the address of the file that carries all, if there is one. What was proven once is not proven again
    as long as not a byte of the engine changes.
    """
    files = {**engine.files, **({} if gear is None else gear.files)}
    require_as_written(site, files)
    carried = require_carried(site, single_file, engine, options) if single_file else {}
    key = key_of(
        *scripts_in_node(),
        dumps([sample.method, sample.request, sample.answer]),
        sorted(files),
        *(files[address] for address in sorted(files)),
        carried.keys(),
        carried.values(),
    )

    def proven() -> bytes:
        engines: list[Mapping[str, object]] = [
            hosted_worker(site, each.worker) for each in (engine, gear) if each is not None
        ]
        if single_file:
            script = _unpacked(single_file, "worker", carried.get("worker", "")).decode()
            engines.append(
                {
                    "name": single_file,
                    "file": str((site / single_file).resolve()),
                    "script": script,
                    # What the page sends to its worker (``offline.js``).
                    "first": {"parts": {role: carried[role] for role in CARRIED}},
                }
            )
        toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
        found = answers_in_node(toolchain, engines, [(sample.method, sample.request)])
        for name, answers in found.items():
            if answers != [sample.answer]:
                raise _answers_otherwise(name, sample)
        return PROVEN

    kept(options.cache, "proof", key, proven)


def require_samples(asked: Sequence[tuple[Engine, SelfCheck]], options: EngineOptions) -> None:
    """Raises EngineBuildError where the shipped scoring package does not answer each sample by the engine's rules.

    All are asked in one start of Pyodide, those that were right before not again.
    """
    keys = [
        key_of(
            script_text(SAMPLES),
            engine.sources["scoring"],
            engine.sources["policy"],
            dumps([sample.method, sample.request, sample.answer]),
        )
        for engine, sample in asked
    ]
    open_ones = [
        (engine, sample, key)
        for (engine, sample), key in zip(asked, keys, strict=True)
        if recall(options.cache, "sample", key) is None
    ]
    if not open_ones:
        return
    plain = [
        (engine.sources["policy"].decode(), sample.method, sample.request)
        for engine, sample, _ in open_ones
    ]
    given = {
        "scoring.zip": open_ones[0][0].sources["scoring"],
        "samples.json": dumps(plain).encode(),
    }
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    job = Job(script=SAMPLES, given=given, result="answers.json")
    for answer, (engine, sample, key) in zip(
        loads(run_inside(toolchain, job)), open_ones, strict=True
    ):
        if answer != sample.answer:
            raise _answers_otherwise(engine.parts["policy"].address, sample)
        keep(options.cache, "sample", key, PROVEN)


def _answers_otherwise(name: str, sample: SelfCheck) -> EngineBuildError:
    return EngineBuildError(
        f"{name} answers otherwise than CPython does; the request was {sample.request}"
    )


def _unpacked(file: str, role: str, text: str) -> bytes:
    try:
        return decompress(b64decode(text), wbits=GZIP)
    except (ValueError, zlib_error) as error:
        raise EngineBuildError(
            f"{file} carries a {role} that can't be unpacked: {error}"
        ) from error
