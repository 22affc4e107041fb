"""``generator build``: check, then build the site; ``dist`` stays as it was where anything is wrong."""

import sys
from pathlib import Path

from generator.build import BuildOptions, build
from generator.commands.console import FINE, InputError, say, shown
from generator.rendering.prose import ProseError
from generator.writing.engine import EngineBuildError
from generator.writing.links import BrokenLinksError
from generator.writing.output import OutputError


def run(
    policy_data: Path,
    dist: Path,
    base_url: str = "",
    *,
    stock_runtime: bool = False,
    with_gallery: bool = False,
) -> int:
    """Build from a policy folder into ``dist``; the rest as in BuildOptions. Raises DataErrors or InputError."""
    try:
        report = build(
            BuildOptions(
                policy_data=policy_data,
                shown=shown(policy_data),
                dist=dist,
                base_url=base_url,
                stock_runtime=stock_runtime,
                with_gallery=with_gallery,
            )
        )
    except (ProseError, EngineBuildError, BrokenLinksError, OutputError, OSError) as error:
        raise InputError(str(error)) from error
    size = f"{report.bytes / 1_000_000:.1f} MB"
    say(f"{shown(dist)}: {report.pages} pages, {report.files} files, {size}\n", sys.stdout)
    return FINE
