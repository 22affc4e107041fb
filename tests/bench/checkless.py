"""A session of `make dev` without its check, so that a save is measured alone."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from generator.dev.background_check import BackgroundCheck


class Checkless(BackgroundCheck):
    """No check: a save is measured alone."""

    @override
    def start(self, policy_data: Path, then: Callable[[str], None]) -> None:
        pass
