"""The policy that the project is about, among those that it ships."""

from typing import Final

from generator import paths

SHIPPED_POLICY: Final = paths.POLICY_DATA / "shanghai-points"
