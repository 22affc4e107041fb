"""The scripts of the pages, each bundled with all that it imports.

Those that run the engine are one small module a page, its client too, so that ``window.hujifen`` is there as soon as
the page has loaded. That of the guide's pages is a plain script: they also work opened from a file.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from generator.paging.page import GUIDE_SCRIPT
from generator.writing.assets import Assets, hashed_name
from generator.writing.engine.scripts import bundle
from generator.writing.engine.toolchain import Toolchain
from generator.writing.marked import marked

WITH_ENGINE: Final = ("assets/calculator/main.js", "assets/calculator/self-check.js")


def bundle_modules(templates: Path, toolchain: Toolchain, names: Iterable[str]) -> Assets:
    """Modules of pages that run the engine; raises EngineBuildError where a tool is missing."""
    return _named({name: bundle(toolchain, templates / name, form="esm") for name in names})


def bundle_guide(templates: Path, toolchain: Toolchain) -> Assets:
    """The script of the guide's pages; raises EngineBuildError where a tool is missing."""
    # Unlike modules, it is read in whatever charset the host says.
    script = bundle(toolchain, templates / GUIDE_SCRIPT, form="iife").decode()
    return _named({GUIDE_SCRIPT: marked(script)})


def _named(made: Mapping[str, bytes]) -> Assets:
    names = {name: hashed_name(name, content) for name, content in made.items()}
    return Assets(files={names[name]: content for name, content in made.items()}, names=names)
