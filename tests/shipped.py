"""The policies that the project ships."""

from functools import cache
from typing import Final

from generator import paths
from generator.loading import load
from generator.loading.model import PolicyText

SHIPPED_POLICY: Final = paths.POLICY_DATA / "shanghai-points"
SHIPPED_CHECKLIST: Final = paths.POLICY_DATA / "shanghai-settlement"
"""One without points, which has a page of its own behind its code."""


@cache
def shipped_policy() -> PolicyText:
    """Return what the data of the first says, read once for all tests of a process."""
    return load(SHIPPED_POLICY)
