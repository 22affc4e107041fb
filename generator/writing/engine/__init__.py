"""The browser's engine: Pyodide cut to what scoring needs, the scoring package, and the scripts that run it.

Takes the scoring package and the policy as text; knows no rule, no page and no clock.
"""

from generator.writing.engine.build import build_engine, build_engines
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.opened import (
    require_answers,
    require_as_written,
    require_carried,
    require_samples,
)
from generator.writing.engine.single_file import (
    SingleFile,
    build_single_file,
    require_whole,
)
from generator.writing.engine.values import Engine, EngineOptions, Part, SelfCheck
from generator.writing.engine.web_app import (
    Places,
    WebApplication,
    service_worker,
    web_manifest,
)

__all__ = [
    "Engine",
    "EngineBuildError",
    "EngineOptions",
    "Part",
    "Places",
    "SelfCheck",
    "SingleFile",
    "WebApplication",
    "build_engine",
    "build_engines",
    "build_single_file",
    "require_answers",
    "require_as_written",
    "require_carried",
    "require_samples",
    "require_whole",
    "service_worker",
    "web_manifest",
]
