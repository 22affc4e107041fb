"""The scoring document is written and read without loss."""

import json
from pathlib import Path

import pytest

from generator.loading import load
from generator.scoring.codec import read_policy, write_policy
from tests.diagnostics.patching import TOY_POLICY
from tests.shipped import SHIPPED_POLICY


@pytest.mark.parametrize("folder", [TOY_POLICY, SHIPPED_POLICY], ids=["toy", "shipped"])
def test_a_policy_comes_back_as_it_was(folder: Path) -> None:
    policy = load(folder).scoring
    document = json.loads(json.dumps(write_policy(policy)))
    read = read_policy(document)
    # Blocks and conditions are equal to themselves only; what they say is compared as text.
    assert repr(read) == repr(policy)
    assert json.loads(json.dumps(write_policy(read))) == document
