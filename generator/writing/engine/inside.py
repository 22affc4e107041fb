"""Run a script in the very Python that the browser gets: Pyodide under node, at build time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from json import dumps
from pathlib import Path

from generator.scratch import scratch
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.toolchain import SET_UP, Toolchain

SCRIPTS = Path(__file__).parent / "jobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A script of ``jobs/``, the files it finds in ``/job``, and the one that it writes there."""

    script: str
    given: Mapping[str, bytes]
    result: str
    flags: Sequence[str] = ()
    """Flags of that Python, such as ``-OO``."""
    with_site_packages: bool = False
    """Whether this Python's installed packages are to be importable there."""


def run_inside(toolchain: Toolchain, job: Job) -> bytes:
    """Run the job and return the bytes of its result file.

    Raises EngineBuildError with that Python's traceback where the script fails.
    """
    with scratch() as folder:
        for name, content in job.given.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        order = {
            "pyodide": str(toolchain.pyodide.resolve()),
            "flags": list(job.flags),
            "folder": str(folder),
            "packages": str(site_packages()) if job.with_site_packages else None,
            "script": script_text(job.script),
        }
        toolchain.run_node(
            [str(SCRIPTS / "run.mjs")],
            doing=f"{job.script} inside Pyodide",
            given=dumps(order),
        )
        return (folder / job.result).read_bytes()


def script_text(name: str) -> str:
    """The source of a script of ``jobs/``."""
    return (SCRIPTS / name).read_text(encoding="utf-8")


def site_packages() -> Path:
    """The folder that pyodide-build and what it needs are installed in."""
    spec = find_spec("pyodide_build")
    if spec is None or spec.origin is None:
        raise EngineBuildError(f"the Python package pyodide-build is not installed: {SET_UP}")
    return Path(spec.origin).parent.parent
