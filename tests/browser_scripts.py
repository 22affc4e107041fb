"""Scripts for tests to run inside a page, bundled like the site's own."""

import subprocess

from generator import paths
from generator.writing.engine.toolchain import Toolchain


def global_script(exports: str, name: str) -> str:
    """A plain script that puts what these exports name under a global of that name."""
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=paths.CACHE / "engine")
    program = paths.NODE_MODULES / "esbuild" / "bin" / "esbuild"
    made = subprocess.run(
        [toolchain.node, str(program), "--bundle", "--format=iife", f"--global-name={name}"],
        input=exports,
        cwd=paths.PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return made.stdout
