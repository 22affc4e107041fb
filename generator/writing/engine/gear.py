"""The first gear: MicroPython and the lowered score path, a worker of its own, beside the engine of record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from json import dumps

from generator.lowering import ENTRY, Lowered
from generator.writing.assets import hashed_name
from generator.writing.engine.build import facts_of, part_of
from generator.writing.engine.scripts import bundle, gear_glue, knowing
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GearParts:
    """What the first gears of all policies have in common."""

    contents: Mapping[str, bytes]
    """Parts by role."""
    parts: Mapping[str, Part]
    worker: bytes
    """The script, which has to be told its build."""


def gear_parts(options: EngineOptions) -> GearParts:
    """The parts of every first gear. Raises EngineBuildError."""
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    contents = {
        "glue": gear_glue(toolchain, options.scripts / "gear-glue.js"),
        "wasm": toolchain.first_runtime["micropython.wasm"],
    }
    return GearParts(
        contents=contents,
        parts={role: part_of(PLAIN_NAMES[role], content) for role, content in contents.items()},
        worker=bundle(toolchain, options.scripts / "gear-worker.js", form="iife"),
    )


def build_gear(lowered: Lowered, options: EngineOptions, common: GearParts | None = None) -> Gear:
    """All files of the first gear; the same input gives the same bytes. Raises EngineBuildError.

    ``common`` are the parts where they have been made.
    """
    common = common or gear_parts(options)
    package = {"entry": ENTRY, "sources": lowered.sources, "policy": lowered.policy}
    content = dumps(package, ensure_ascii=False, separators=(",", ":")).encode()
    contents = {**common.contents, "lowered": content}
    parts = {**common.parts, "lowered": part_of(PLAIN_NAMES["lowered"], content)}
    worker = knowing(common.worker, ENGINE_BUILD=facts_of(parts, options.self_checks[:1]))
    address = hashed_name(f"{FOLDER}/gear.js", worker)
    return Gear(
        files={
            address: worker,
            **{parts[role].address: content for role, content in contents.items()},
        },
        worker=address,
        parts=parts,
    )
