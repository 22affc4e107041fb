"""The first gear: MicroPython and the lowered score path, a worker of its own, beside the engine of record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from json import dumps

from generator.lowering import ENTRY, Lowered
from generator.writing.assets import hashed_name
from generator.writing.engine.build import facts_of, part_of
from generator.writing.engine.scripts import bundle, gear_glue
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import FOLDER, EngineOptions, Part
from generator.writing.output import Files

PLAIN_NAMES = {"glue": "micropython.js", "wasm": "micropython.wasm", "lowered": "lowered.json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """The finished first gear: its files, and what pages have to know to start it."""

    files: Files = field(repr=False)
    worker: str
    parts: Mapping[str, Part]
    """What its worker loads, by its role: ``glue`` ``wasm`` ``lowered``."""

    @property
    def total(self) -> int:
        """Decoded bytes of all parts."""
        return sum(part.bytes for part in self.parts.values())

    @property
    def addresses(self) -> tuple[str, ...]:
        """All that a start of it loads, in order."""
        return (self.worker, *(part.address for part in self.parts.values()))


def build_gear(lowered: Lowered, options: EngineOptions) -> Gear:
    """All files of the first gear; the same input gives the same bytes. Raises EngineBuildError."""
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    package = {"entry": ENTRY, "sources": lowered.sources, "policy": lowered.policy}
    contents = {
        "glue": gear_glue(toolchain, options.scripts / "gear-glue.js"),
        "wasm": toolchain.first_runtime["micropython.wasm"],
        "lowered": dumps(package, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    parts = {role: part_of(PLAIN_NAMES[role], content) for role, content in contents.items()}
    worker = bundle(
        toolchain,
        options.scripts / "gear-worker.js",
        form="iife",
        constants={"ENGINE_BUILD": facts_of(parts, options.self_checks[:1])},
    )
    address = hashed_name(f"{FOLDER}/gear.js", worker)
    return Gear(
        files={
            address: worker,
            **{parts[role].address: content for role, content in contents.items()},
        },
        worker=address,
        parts=parts,
    )
