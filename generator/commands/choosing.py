"""Which of the policies in a folder a command is about."""

from dataclasses import replace
from pathlib import Path

from generator.commands.console import InputError, shown
from generator.loading.policies import PlacedPolicy, policies_in
from generator.paths import CACHE


def policies_of(policy_data: Path, code: str | None) -> tuple[PlacedPolicy, ...]:
    """The policies of a folder, or the one of that code, which is then alone. Raises InputError where there is none, DataErrors."""
    policies = policies_in(policy_data, shown(policy_data), CACHE)
    if code is None:
        return policies
    known = {policy.code: policy for policy in policies}
    if code not in known:
        raise InputError(f"there is no policy {code}: --policy is one of {', '.join(known)}")
    return (replace(known[code], place=""),)


def one_policy(policy_data: Path, code: str | None) -> PlacedPolicy:
    """The policy with points of that code; where none is said, the one at the root. Raises InputError, DataErrors."""
    first, *others = policies_of(policy_data, code)
    if first.is_checklist and not others:
        raise InputError(f"{first.code} gives no points: this is for policies that do")
    if others and first.place:
        codes = ", ".join(policy.code for policy in (first, *others))
        raise InputError(f"say which policy: --policy is one of {codes}")
    return first
