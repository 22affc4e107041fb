"""The finished site, opened once in node before it takes the old one's place.

The engine of the hosted pages, the first gear and the engine of the single file start from the files on the disk, check
themselves, and must answer one request as CPython does.
"""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from json import dumps, loads
from pathlib import Path
from typing import Final
from zlib import MAX_WBITS, decompress
from zlib import error as zlib_error

from generator.kept import kept, key_of
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.gear import Gear
from generator.writing.engine.inside import SCRIPTS, script_text
from generator.writing.engine.single_file import CARRIED
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import Engine, EngineOptions, SelfCheck

SCRIPT: Final = "open_site.mjs"
GZIP: Final = MAX_WBITS + 16
CARRIED_TEXT: Final = re.compile(r'<script type="text/plain" id="engine-([a-z]+)">([^<]*)</script>')
"""A part of the engine inside the single file: its role and its text."""


def require_answers(
    site: Path,
    single_file: str,
    engine: Engine,
    sample: SelfCheck,
    options: EngineOptions,
    *,
    gear: Gear | None = None,
) -> None:
    """Raises EngineBuildError where an engine of the folder ``site`` fails or does not answer ``sample`` right.

    ``single_file`` is the address of the file that carries all. What was proven once is not proven again as long as
    not a byte of the engine changes.
    """
    carried = dict(CARRIED_TEXT.findall((site / single_file).read_text(encoding="utf-8")))
    made = {**engine.files, **({} if gear is None else gear.files)}
    hosted = {address: (site / address).read_bytes() for address in sorted(made)}
    for address, content in hosted.items():
        if content != made[address]:
            raise EngineBuildError(f"{address} is not on the disk as it was written there")
    key = key_of(
        script_text(SCRIPT),
        script_text("browser_worker.mjs"),
        dumps([sample.method, sample.request, sample.answer]),
        hosted.keys(),
        *hosted.values(),
        carried.keys(),
        carried.values(),
    )

    def proven() -> bytes:
        unpacked = {
            role: _unpacked(single_file, role, carried.get(role, ""))
            for role in (*CARRIED, "worker")
        }
        for role in CARRIED:
            if unpacked[role] != engine.sources[role]:
                raise EngineBuildError(f"{single_file} carries another {role} than was made")
        engines: list[Mapping[str, object]] = [
            *(hosted_worker(site, each.worker) for each in (engine, gear) if each is not None),
            {
                "name": single_file,
                "file": str((site / single_file).resolve()),
                "script": unpacked["worker"].decode(),
                # What the page sends to its worker (``offline.js``).
                "first": {"parts": {role: carried[role] for role in CARRIED}},
            },
        ]
        toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
        found = answers_in_node(toolchain, engines, [(sample.method, sample.request)])
        for name, answers in found.items():
            if answers != [sample.answer]:
                raise EngineBuildError(
                    f"{name} answers otherwise than CPython does; the request was {sample.request}"
                )
        return b"answers right"

    kept(options.cache, "proof", key, proven)


def hosted_worker(site: Path, address: str) -> dict[str, object]:
    """A worker of the site, as the script in node opens it."""
    file = site / address
    return {
        "name": address,
        "file": str(file.resolve()),
        "script": file.read_text(encoding="utf-8"),
    }


def answers_in_node(
    toolchain: Toolchain,
    engines: Sequence[Mapping[str, object]],
    calls: Sequence[tuple[str, str]],
) -> dict[str, list[str]]:
    """What each of the workers, started in node, answers to calls (method, request), by its name."""
    plain = [{"method": method, "text": text} for method, text in calls]
    printed = toolchain.run_node(
        [str(SCRIPTS / SCRIPT)],
        doing="opening the finished site in node",
        given=dumps({"engines": engines, "calls": plain}),
    )
    answers: dict[str, list[str]] = loads(printed)
    return answers


def _unpacked(file: str, role: str, text: str) -> bytes:
    try:
        return decompress(b64decode(text), wbits=GZIP)
    except (ValueError, zlib_error) as error:
        raise EngineBuildError(
            f"{file} carries a {role} that can't be unpacked: {error}"
        ) from error
