"""``generator build``: check, then build the site; ``dist`` stays as it was where anything is wrong."""

import sys
from pathlib import Path

from generator import paths
from generator.commands.console import FINE, InputError, say, shown, told
from generator.standing import (
    BuildOptions,
    BuildReport,
    Inputs,
    SecurityContact,
    inputs_of,
    standing,
)


def run(
    policy_data: Path,
    dist: Path,
    base_url: str = "",
    *,
    cache: Path = paths.CACHE,
    stock_runtime: bool = False,
    first_gear: bool = True,
    with_gallery: bool = False,
    security_contact: SecurityContact | None = None,
) -> int:
    """Build from a policy folder into ``dist``; the rest as in BuildOptions. Raises DataErrors or InputError."""
    options = BuildOptions(
        policy_data=policy_data,
        shown=shown(policy_data),
        dist=dist,
        cache=cache,
        base_url=base_url,
        stock_runtime=stock_runtime,
        first_gear=first_gear,
        with_gallery=with_gallery,
        security_contact=security_contact,
    )
    inputs = inputs_of(options)
    report = standing(options, inputs.key) or _built(options, inputs)
    size = f"{report.bytes / 1_000_000:.1f} MB"
    say(f"{shown(dist)}: {report.pages} pages, {report.files} files, {size}\n", sys.stdout)
    return FINE


def _built(options: BuildOptions, inputs: Inputs) -> BuildReport:
    """Builds; what that needs is imported only now, as most often nothing has changed."""
    from generator.building.build import build  # noqa: PLC0415
    from generator.rendering.prose import ProseError  # noqa: PLC0415
    from generator.writing.engine import EngineBuildError  # noqa: PLC0415
    from generator.writing.links import BrokenLinksError  # noqa: PLC0415
    from generator.writing.output import OutputError  # noqa: PLC0415

    try:
        return build(options, inputs)
    except (ProseError, EngineBuildError, BrokenLinksError, OutputError, OSError) as error:
        raise InputError(told(error)) from error
