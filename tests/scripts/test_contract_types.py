"""The scripts' types of the engine's documents are held to the documents that Python writes.

``contract.d.ts`` has one key a line, so that a few lines read it; the documents are those that tests/outcomes keeps.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from generator import paths
from tests.frozen_policy import frozen_scorer

TYPES: Final = paths.SITE_TEMPLATES / "assets" / "calculator" / "contract.d.ts"
OUTCOMES: Final = Path(__file__).parents[1] / "outcomes"
INTERFACE: Final = re.compile(r"^export interface (\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
KEY: Final = re.compile(r"^  (\w+)(\??): (.+);$", re.MULTILINE)
DOCUMENTS: Final = {
    "people": "Verdict",
    "timelines": "Timeline",
    "plans": "PlansView",
    "reverse": "Reverse",
    "readings": "ReadingsView",
    "ledger": "LedgerView",
}
GUIDANCE: Final = {
    "papers_json": "Papers",
    "editions_json": "EditionsCompared",
    "outlook_json": "Outlook",
}
PLAIN: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
TEXTS: Final = frozenset({"Outcome", "Status", "ConditionStatus", "Effort"})
"""Types that are some texts."""

type Interfaces = Mapping[str, Mapping[str, tuple[bool, str]]]
"""Keys of each interface: whether a document may lack it, and its type."""


@pytest.fixture(scope="module")
def interfaces() -> Interfaces:
    return {
        name: {key: (bool(may_lack), kind) for key, may_lack, kind in KEY.findall(body)}
        for name, body in INTERFACE.findall(TYPES.read_text("utf-8"))
    }


@pytest.mark.parametrize("topic", DOCUMENTS)
def test_what_python_writes_is_what_the_types_say(topic: str, interfaces: Interfaces) -> None:
    kept = {
        f"{file.parent.name} {name}": document
        for file in sorted(OUTCOMES.glob(f"*/{topic}.json"))
        for name, document in json.loads(file.read_text("utf-8")).items()
        if "error" not in document
    }
    assert kept
    wrong = [
        complaint
        for name, document in kept.items()
        for complaint in complaints(document, DOCUMENTS[topic], interfaces, name)
    ]
    assert wrong == [], sorted({text.rpartition("]")[2] for text in wrong})


def test_every_type_is_met_somewhere(interfaces: Interfaces) -> None:
    named = {
        word for keys in interfaces.values() for _, kind in keys.values() for word in words(kind)
    }
    assert set(interfaces) <= named | {*DOCUMENTS.values(), *GUIDANCE.values()} | {
        "Refusal",
        "Pasted",
        "Years",
    }


def test_pasted_text_comes_to_what_the_types_say(interfaces: Interfaces) -> None:
    kept = json.loads((OUTCOMES / "pastes.json").read_text("utf-8"))
    wrong = [
        complaint
        for name, document in kept.items()
        for complaint in complaints(document, "Pasted", interfaces, name)
    ]
    assert wrong == []


def test_contribution_years_are_what_the_types_say(interfaces: Interfaces) -> None:
    request = {"policy": "shanghai-points", "on": "2026-06-30", "bases": {"2025-07": "12000"}}
    years = json.loads(frozen_scorer().years_json(json.dumps(request)))
    assert list(complaints(years, "Years", interfaces, "years")) == []
    assert years["years"]


@pytest.mark.parametrize("method", GUIDANCE)
def test_what_is_said_beside_the_score_is_what_the_types_say(
    method: str, interfaces: Interfaces
) -> None:
    request: dict[str, Any] = {"policy": "shanghai-points", "on": "2026-06-30"}
    request["answers"] = {"education": "college", "birth_date": "1990-01-15"}
    if method == "outlook_json":
        request["deadlines"] = {"middle_exam": 2029}
    document = json.loads(frozen_scorer().reply(method, json.dumps(request)).text)
    assert list(complaints(document, GUIDANCE[method], interfaces, method)) == []


def complaints(value: Any, kind: str, interfaces: Interfaces, at: str) -> Iterator[str]:  # noqa: ANN401 -- JSON value
    """What of a document is not as its type says."""
    kinds = [each.strip() for each in kind.split(" | ")]
    inner = next((each for each in kinds if each in interfaces), None)
    if any(isinstance(value, PLAIN.get(each, ())) for each in kinds) and not (
        isinstance(value, bool) and "boolean" not in kinds
    ):
        return
    if "unknown" in kinds or "any" in kinds or (isinstance(value, str) and TEXTS & set(kinds)):
        return
    if isinstance(value, list) and kinds[0].endswith("[]"):
        for i, entry in enumerate(value):
            yield from complaints(entry, kinds[0].removesuffix("[]"), interfaces, f"{at}[{i}]")
        return
    if isinstance(value, dict) and kinds[0].startswith("Record<string, "):
        part = kinds[0].removeprefix("Record<string, ").removesuffix(">")
        for key, entry in value.items():
            yield from complaints(entry, part, interfaces, f"{at}.{key}")
        return
    if not isinstance(value, dict) or inner is None:
        yield f"{at}: {value!r} is no {kind}"
        return
    keys = interfaces[inner]
    # A plan's request is kept only as far as it differs from the first one.
    if inner == "Request":
        return
    for key in keys.keys() - value.keys():
        if not keys[key][0]:
            yield f"{at}: {inner} says it has {key}"
    for key, entry in value.items():
        if key in keys:
            yield from complaints(entry, keys[key][1], interfaces, f"{at}.{key}")
        else:
            yield f"{at}: {inner} knows no {key}"


def words(kind: str) -> set[str]:
    return set(re.findall(r"\w+", kind))
