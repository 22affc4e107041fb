"""Folders of several policies, made of the toy policy under other names."""

import shutil
from pathlib import Path

from generator import paths

TOY_POLICY = paths.PROJECT / "tests" / "toy_policy"
TOY_CHECKLIST = paths.PROJECT / "tests" / "toy_checklist"
"""A policy without points."""
TOY_TALLY = paths.PROJECT / "tests" / "toy_tally"
"""Decimals, counts, a cap over a group, an announced edition; no ledger, no guide."""


def policies(folder: Path, *codes: str, at_root: str = "") -> Path:
    """A folder with the toy policy once under each code; the one ``at_root`` says that it is there."""
    for code in codes:
        policy = shutil.copytree(TOY_POLICY, folder / code)
        file = policy / "policy.yaml"
        text = file.read_text("utf-8").replace("policy: toy-town", f"policy: {code}")
        text = text.replace("title: 玩具城积分", f"title: {code} 积分")
        file.write_text(text + ("at_root: true\n" if code == at_root else ""), "utf-8")
    return folder
