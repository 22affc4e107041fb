"""The browser's engine: Pyodide cut to what scoring needs, the scoring package, and the scripts that run it.

Takes the scoring package and the policy as text; knows no rule, no page and no clock.
"""

from generator.writing.engine.build import build_engine
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.single_file import SingleFile, build_single_file
from generator.writing.engine.values import Engine, EngineOptions, Part, SelfCheck

__all__ = [
    "Engine",
    "EngineBuildError",
    "EngineOptions",
    "Part",
    "SelfCheck",
    "SingleFile",
    "build_engine",
    "build_single_file",
]
