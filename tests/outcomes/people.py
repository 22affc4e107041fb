"""What is asked: the people of ``people.yaml``, ``toy-town.yaml`` and ``every_kind/``, the texts of ``pastes.yaml``, the
requests of ``edges.yaml``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from generator.loading.model import PolicyText
from generator.scoring.model import Edition

HERE: Final = Path(__file__).parent
PEOPLE: Final = "people.yaml"
TOY_PEOPLE: Final = "toy-town.yaml"
EVERY_KIND: Final = "every_kind"
"""The folder of a change that gives the toy policy the rules which no other has, and of people who meet them."""

type Request = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone whose answers are kept: a score request, and what the timeline and the plans are asked beside it."""

    name: str
    request: Request
    until: str
    by: str
    exclude: tuple[str, ...]
    assume: Mapping[str, Any] | None

    def timeline(self) -> Request:
        return self._looking_ahead({"until": self.until})

    def plans(self) -> Request:
        exclude = {"exclude": list(self.exclude)} if self.exclude else {}
        return self._looking_ahead({"by": self.by, **exclude})

    def reverse(self) -> Request:
        return self._looking_ahead({"by": self.by})

    def outlook(self, number: int, deadlines: Iterable[str]) -> Request:
        """Return the request of an outlook with a year and a day that differ from person to person."""
        year = int(self.request["on"][:4])
        more = {
            "years": 1 + number % 4,
            "deadlines": dict.fromkeys(deadlines, year + number % 5),
            "permit_ends": f"{year + number % 3}-{1 + number % 12:02d}-28",
        }
        return self._looking_ahead(more)

    def has_ledger(self) -> bool:
        return "contributions" in self.request["answers"]

    def _looking_ahead(self, more: Request) -> Request:
        assume = {} if self.assume is None else {"assume": dict(self.assume)}
        return {**self.request, **more, **assume}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A request on the edge of what may be asked: ``ask`` is a score, a timeline, …, ``text`` the request itself."""

    name: str
    policy: str
    ask: str
    text: str


def read_people(name: str, data: PolicyText) -> tuple[Person, ...]:
    """Return everyone of a file, in its order, with what is usual there."""
    file = _read(name)
    return tuple(_person(file.get("usual", {}) | entry, file, data) for entry in file["people"])


def blank_request(on: str, name: str, data: PolicyText) -> Request:
    """Return the request of a file's blank person, who answers everything and has nothing."""
    return _request({"on": on}, _read(name), data)


def edition_on(on: str, data: PolicyText) -> Edition:
    """Return the edition that is asked about on a day."""
    return next(each for each in data.scoring.editions if f"{each.first}" <= on <= f"{each.last}")


def read_pastes() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each paste; a single line is its own name."""
    file = _read("pastes.yaml")
    for line in file["lines"]:
        yield line, line
    for table in file["tables"]:
        yield table["table"], table["lines"]


def read_edges() -> Iterator[Edge]:
    """Yield the requests on the edge, as JSON text."""
    file = _read("edges.yaml")
    empty: Request = {"on": "2026-06-30", "answers": {}}
    for entry in file["edges"]:
        policy = entry.get("policy", file["policy"])
        whole = {"policy": policy} | empty | entry.get("request", {})
        kept = {key: value for key, value in whole.items() if value is not None}
        if "repeated" in entry:
            kept = {"lines": entry.get("begins", "") + entry["repeated"] * entry["times"]}
        yield Edge(
            name=entry["edge"],
            policy=policy,
            ask=entry.get("ask", "score"),
            text=entry.get("text", json.dumps(kept)).ljust(entry.get("padded", 0)),
        )


def _person(entry: Mapping[str, Any], file: Mapping[str, Any], data: PolicyText) -> Person:
    return Person(
        name=entry["person"],
        request=_request(entry, file, data),
        until=entry["until"],
        by=entry["by"],
        exclude=tuple(entry.get("exclude", ())),
        assume=entry.get("assume"),
    )


def _request(entry: Mapping[str, Any], file: Mapping[str, Any], data: PolicyText) -> Request:
    given = entry.get("answers", {})
    answers = _nothing(entry["on"], file["blank"], data)
    decided = file["decided_by_ledger"] if "contributions" in given else []
    left_out = answers if entry.get("open") == "all" else entry.get("open", [])
    kept = {code: value for code, value in answers.items() if code not in (*decided, *left_out)}
    return {"policy": file["policy"], "on": entry["on"], "answers": kept | given}


def _nothing(on: str, blank: Mapping[str, Any], data: PolicyText) -> dict[str, Any]:
    """Return what somebody with nothing answers to what the edition asks: as ``blank`` says, else as the data does."""
    answers = {**data.nothing, **blank}
    asked = edition_on(on, data).questions
    return {
        code: answers[code]
        for code in dict.fromkeys((*blank, *asked))
        if code in answers and code in asked
    }


def _read(name: str) -> dict[str, Any]:
    """Return a YAML file with its dates as text, as a request has them."""
    plain = YAML(typ="safe", pure=True).load(HERE / name)
    read: dict[str, Any] = json.loads(json.dumps(plain, default=str))
    return read
