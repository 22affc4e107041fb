"""The scripts of the calculator and the self-check: each bundled with all that it imports, the engine's client too.

One small file a page, so that ``window.hujifen`` is there as soon as the page has loaded.
"""

from pathlib import Path
from typing import Final

from generator.writing.assets import Assets, hashed_name
from generator.writing.engine.scripts import bundle
from generator.writing.engine.toolchain import Toolchain

ENTRIES: Final = ("assets/calculator/main.js", "assets/calculator/self-check.js")


def bundle_scripts(templates: Path, toolchain: Toolchain) -> Assets:
    """The entries as minified modules; raises EngineBuildError where a tool is missing."""
    made = {name: bundle(toolchain, templates / name, form="esm") for name in ENTRIES}
    names = {name: hashed_name(name, content) for name, content in made.items()}
    return Assets(files={names[name]: content for name, content in made.items()}, names=names)
