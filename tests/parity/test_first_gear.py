"""The first gear says the same as CPython, byte for byte, or leaves the answer to the engine of record."""

import json
import os
from collections.abc import Callable, Sequence
from itertools import batched
from pathlib import Path
from typing import Any

import pytest

from generator import paths
from generator.loading import load as load_data
from generator.loading.model import PolicyText
from generator.lowering import lowered
from generator.scorer import Scorer, load
from generator.writing.engine import EngineOptions
from generator.writing.engine.gear import build_gear
from generator.writing.engine.in_node import answers_in_node, hosted_worker
from generator.writing.engine.scoring import package_sources
from generator.writing.engine.toolchain import Toolchain
from tests.parity.broken_requests import broken_requests
from tests.parity.random_requests import random_requests
from tests.policies import TOY_TALLY

pytestmark = pytest.mark.parity

HOW_MANY = int(os.environ.get("PARITY_REQUESTS", "300"))
SEED = int(os.environ.get("PARITY_SEED", "1"))
BATCH = 500
DECLINED = ""

type Ask = Callable[[Sequence[str]], list[str]]


@pytest.fixture(scope="module")
def ask(scorer: Scorer, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return first_gear(scorer, tmp_path_factory.mktemp("gear"))


def first_gear(scorer: Scorer, site: Path) -> Ask:
    """The first gear in node: its very worker, from its files on the disk."""
    options = EngineOptions()
    gear = build_gear(lowered(package_sources(paths.PACKAGE), scorer.policy), options)
    for address, content in gear.files.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(content)
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    worker = hosted_worker(site, gear.worker)

    def answers(requests: Sequence[str]) -> list[str]:
        return [
            answer
            for batch in batched([("score_json", text) for text in requests], BATCH)
            for answer in answers_in_node(toolchain, [worker], batch)[gear.worker]
        ]

    return answers


def differences(
    requests: Sequence[str], scorer: Scorer, answers: Sequence[str]
) -> list[tuple[str, str, str]]:
    """Return the requests that were answered otherwise than here, with both answers; what is declined is no difference."""
    return [
        (text, here, there)
        for text, there in zip(requests, answers, strict=True)
        if there != (here := scorer.score_json(text)) and there != DECLINED
    ]


def test_every_golden_case_gets_the_same_bytes(
    policy: PolicyText, scorer: Scorer, ask: Ask
) -> None:
    requests = [json.dumps(dict(case.request), ensure_ascii=False) for case in policy.cases]
    assert ask(requests) == [scorer.score_json(text) for text in requests]


def test_decimal_scores_get_the_same_bytes(tmp_path: Path) -> None:
    policy = load_data(TOY_TALLY)
    scorer = load(policy.scoring_text)
    ask = first_gear(scorer, tmp_path)
    known: list[dict[str, Any]] = [dict(case.request) for case in policy.cases]
    for question in policy.scoring.questions:
        known += [{**case, "answers": {**case["answers"], question: None}} for case in known[:20]]
    requests = [json.dumps(request, ensure_ascii=False) for request in known]
    assert ask(requests) == [scorer.score_json(text) for text in requests]


def test_random_requests_get_the_same_bytes(policy: PolicyText, scorer: Scorer, ask: Ask) -> None:
    requests = list(random_requests(policy.scoring, HOW_MANY, SEED))
    assert differences(requests, scorer, ask(requests)) == []


def test_broken_requests_get_the_same_bytes_or_are_declined(
    policy: PolicyText, scorer: Scorer, ask: Ask
) -> None:
    requests = broken_requests(json.dumps(dict(policy.cases[-1].request), ensure_ascii=False))
    said = ask(requests)
    assert differences(requests, scorer, said) == []
    assert said.count(DECLINED) < len(said) / 20
