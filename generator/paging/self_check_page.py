"""The self-check: the visitor's browser runs all cases of the build again."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.kept import kept, key_of, recall
from generator.paging import addresses
from generator.paging.page import Page
from generator.policy.cases import Case
from generator.policy.plain import Plain

_KEPT: Final = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckBody:
    """``data`` names the engine and the file of cases; ``hash`` is that of the scoring package."""

    cases: int
    hash: str
    data: Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesFile:
    """The cases as a file: of each its name, the request's text and the verdict's text as the build got it."""

    key: str
    """What it is kept by."""
    digest: str
    """The SHA-256 of what it holds."""
    address: str
    files: Mapping[str, bytes]
    requests: tuple[str, ...]


def self_check_page(
    *, cases: int, scoring_hash: str, cases_address: str, engine: Mapping[str, Plain]
) -> Page:
    """The page that proves that browser and build agree."""
    return Page(
        address=addresses.SELF_CHECK,
        template="pages/self_check.html.j2",
        title="结果复算",
        description="在您的浏览器里把本站的全部算例重算一遍，看结果是不是一字不差。",
        runs_engine=True,
        body=SelfCheckBody(
            cases=cases,
            hash=scoring_hash,
            data={"cases": cases_address, "engine": dict(engine), "hash": scoring_hash},
        ),
    )


def cases_file(
    cases: Iterable[Case], score_json: Callable[[str], str], cache: Path, rules: str
) -> CasesFile:
    """Runs every case; ``score_json`` is the engine.

    The answers are kept in the folder ``cache`` for as long as neither the cases nor what ``rules`` is a hash of changes.
    """
    asked = [{"name": case.name, "request": _text(case.request)} for case in cases]

    def make() -> bytes:
        return _text([{**each, "verdict": score_json(each["request"])} for each in asked]).encode()

    key = key_of(rules, _text(asked))
    content = kept(cache, _KEPT, key, make)
    digest = sha256(content).hexdigest()
    address = f"assets/cases.{digest[:12]}.json"
    return CasesFile(
        key=key,
        digest=digest,
        address=address,
        files={address: content},
        requests=tuple(each["request"] for each in asked),
    )


def cases_again(before: CasesFile, cache: Path) -> CasesFile | None:
    """The same file with what it holds, which ``before`` may lack; None where that is not kept any more."""
    content = recall(cache, _KEPT, before.key)
    return None if content is None else replace(before, files={before.address: content})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
