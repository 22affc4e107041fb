"""The self-check: the visitor's browser runs all cases of the build again."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.loading.model import Case, Plain
from generator.paging import addresses
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckBody:
    """``data`` names the engine and the file of cases; ``hash`` is that of the scoring package."""

    cases: int
    hash: str
    data: Plain


def self_check_page(
    *, cases: int, scoring_hash: str, cases_address: str, engine: Mapping[str, Plain]
) -> Page:
    """The page that proves that browser and build agree."""
    return Page(
        address=addresses.SELF_CHECK,
        template="pages/self_check.html.j2",
        title="同果自检",
        description="在您的浏览器里把本站的全部算例重算一遍，看结果是不是一字不差。",
        runs_engine=True,
        body=SelfCheckBody(
            cases=cases,
            hash=scoring_hash,
            data={"cases": cases_address, "engine": dict(engine), "hash": scoring_hash},
        ),
    )


def cases_document(cases: Iterable[Case], score_json: Callable[[str], str]) -> bytes:
    """The file of cases: each name, the request's text and the verdict's text as the build got it."""
    entries = []
    for case in cases:
        request = request_text(case)
        entries.append({"name": case.name, "request": request, "verdict": score_json(request)})
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def request_text(case: Case) -> str:
    """The case's request as JSON text."""
    return json.dumps(case.request, ensure_ascii=False, separators=(",", ":"))
