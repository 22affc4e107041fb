"""``generator serve``: show the built site on this machine."""

from pathlib import Path

from generator.commands.console import FINE, InputError, shown
from generator.serving import ServeOptions, serve


def run(dist: Path, host: str, port: int) -> int:
    """Serve until interrupted; raises InputError where there is no site or the port can't be had."""
    if not dist.is_dir():
        raise InputError(f"{shown(dist)} is not there; `generator build` makes it")
    try:
        serve(ServeOptions(dist=dist, host=host, port=port))
    except (OSError, OverflowError) as error:
        raise InputError(f"can't listen on {host}:{port}: {error}") from error
    return FINE
