"""Which modules of the standard library ship: those that Pyodide's start and the scoring package load."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads

from generator.kept import kept, key_of
from generator.writing.engine.archive import pack, unpack
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.inside import Job, run_inside, script_text
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import EngineOptions

SCRIPT = "derive_modules.py"
LATE = "late "


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The part of the standard library that ships: paths inside ``python_stdlib.zip``, sorted."""

    paths: tuple[str, ...]
    late: tuple[str, ...]
    """Those of them that loading the rules does not import."""

    @property
    def late_modules(self) -> tuple[str, ...]:
        """Dotted names of the late ones."""
        return _names(self.late)

    @property
    def modules(self) -> tuple[str, ...]:
        """Dotted names of all of them."""
        return _names(self.paths)


def _names(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in paths
    )


def derive_library(
    toolchain: Toolchain,
    sources: Mapping[str, bytes],
    policy_text: str,
    options: EngineOptions,
) -> Library:
    """What ships of the standard library, found by running the scoring package there.

    Every module of the package is imported, with what its functions import late; then the rules are
    loaded and all self-checks and exercises are called. What was found holds for other texts and figures of the same
    kinds: which modules are loaded depends on them alone. The finished site is opened in any case (``opened.py``).
    """
    calls = [(check.method, check.request) for check in options.self_checks]
    calls += options.exercises
    flat = "".join(f"{method}\0{request}\0" for method, request in calls)
    given = {
        "scoring.zip": pack(sources),
        "paths.txt": "".join(f"{path}\n" for path in sorted(sources)).encode(),
        "policy.json": policy_text.encode(),
        "calls.txt": flat.encode(),
    }
    key = key_of(
        toolchain.runtime["pyodide.asm.wasm"],
        toolchain.runtime["python_stdlib.zip"],
        script_text(SCRIPT),
        script_text("run.mjs"),
        given["scoring.zip"],
        _kinds(loads(policy_text)),
        sorted({f"{method} {_kinds(_read(request))}" for method, request in calls}),
    )
    listing = kept(
        options.cache,
        "modules.txt",
        key,
        lambda: run_inside(toolchain, Job(script=SCRIPT, given=given, result="modules.txt")),
    )
    lines = listing.decode().splitlines()
    return Library(
        paths=tuple(sorted(line.removeprefix(LATE) for line in lines)),
        late=tuple(sorted(line.removeprefix(LATE) for line in lines if line.startswith(LATE))),
    )


def shared(libraries: Sequence[Library]) -> Library:
    """What any of them has; late is what is late for any."""
    return Library(
        paths=tuple(sorted({path for library in libraries for path in library.paths})),
        late=tuple(sorted({path for library in libraries for path in library.late})),
    )


def library_sources(toolchain: Toolchain, paths: tuple[str, ...]) -> dict[str, bytes]:
    """The sources of these modules, out of the pinned package."""
    shipped = unpack(toolchain.runtime["python_stdlib.zip"])
    missing = [path for path in paths if path not in shipped]
    if missing:
        raise EngineBuildError(f"python_stdlib.zip has no {', '.join(missing)}")
    return {path: shipped[path] for path in paths}


def _kinds(value: object) -> str:
    """A JSON value without its texts and figures: which kinds of values stand under which keys."""
    match value:
        case dict():
            parts = (
                f"{key}:{inner}" if key == "kind" else f"{key}:{_kinds(inner)}"
                for key, inner in value.items()
            )
            return f"{{{','.join(parts)}}}"
        case list():
            return f"[{','.join(sorted({_kinds(item) for item in value}))}]"
        case _:
            return type(value).__name__


def _read(request: str) -> object:
    """The request as JSON; the text itself where it is none."""
    try:
        return loads(request)
    except ValueError:
        return request
