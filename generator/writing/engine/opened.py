"""The finished site, opened once in node before it takes the old one's place.

The engine of the hosted pages and that of the single file start from the files on the disk, check themselves, and must
answer one request as CPython does.
"""

import re
from base64 import b64decode
from json import dumps, loads
from pathlib import Path
from typing import Final
from zlib import MAX_WBITS, decompress
from zlib import error as zlib_error

from generator.kept import kept, key_of
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.inside import SCRIPTS, script_text
from generator.writing.engine.single_file import CARRIED
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import Engine, EngineOptions, SelfCheck

SCRIPT: Final = "open_site.mjs"
GZIP: Final = MAX_WBITS + 16
CARRIED_TEXT: Final = re.compile(r'<script type="text/plain" id="engine-([a-z]+)">([^<]*)</script>')
"""A part of the engine inside the single file: its role and its text."""


def require_answers(
    site: Path, single_file: str, engine: Engine, sample: SelfCheck, options: EngineOptions
) -> None:
    """Raises EngineBuildError where an engine of the folder ``site`` fails or does not answer ``sample`` right.

    ``single_file`` is the address of the file that carries all. What was proven once is not proven again as long as
    not a byte of the engine changes.
    """
    carried = dict(CARRIED_TEXT.findall((site / single_file).read_text(encoding="utf-8")))
    hosted = {address: (site / address).read_bytes() for address in sorted(engine.files)}
    for address, content in hosted.items():
        if content != engine.files[address]:
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
        worker = site / engine.worker
        engines = [
            {
                "name": engine.worker,
                "file": str(worker.resolve()),
                "script": worker.read_text(encoding="utf-8"),
            },
            {
                "name": single_file,
                "file": str((site / single_file).resolve()),
                "script": unpacked["worker"].decode(),
                # What the page sends to its worker (``offline.js``).
                "first": {"parts": {role: carried[role] for role in CARRIED}},
            },
        ]
        call = {"method": sample.method, "text": sample.request}
        printed = Toolchain(node_modules=options.node_modules, cache=options.cache).run_node(
            [str(SCRIPTS / SCRIPT)],
            doing="opening the finished site in node",
            given=dumps({"engines": engines, "call": call}),
        )
        for name, answer in loads(printed).items():
            if answer != sample.answer:
                raise EngineBuildError(
                    f"{name} answers otherwise than CPython does; the request was {sample.request}"
                )
        return b"answers right"

    kept(options.cache, "proof", key, proven)


def _unpacked(file: str, role: str, text: str) -> bytes:
    try:
        return decompress(b64decode(text), wbits=GZIP)
    except (ValueError, zlib_error) as error:
        raise EngineBuildError(
            f"{file} carries a {role} that can't be unpacked: {error}"
        ) from error
