"""The policies that the project ships."""

from typing import Final

from generator import paths

SHIPPED_POLICY: Final = paths.POLICY_DATA / "shanghai-points"
SHIPPED_CHECKLIST: Final = paths.POLICY_DATA / "shanghai-settlement"
"""One without points, which has a page of its own behind its code."""
