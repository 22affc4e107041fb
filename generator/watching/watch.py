"""All addresses of the sources against what was seen of them before."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.policy.sources import Document
from generator.watching.fetching import Fetched
from generator.whole import write_whole


class State(StrEnum):
    """What became of an address since it was last seen."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    DEAD = "dead"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What an address said when it was last seen, and when that was."""

    on: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An address of a source; ``seen_on`` is the day on which it last said what it was compared with."""

    source: str
    address: str
    state: State
    checked_on: str
    seen_on: str
    digest: str
    trouble: str


def watch(
    documents: Iterable[Document],
    seen: Mapping[str, Seen],
    on: date,
    fetch: Callable[[str], Fetched],
) -> tuple[tuple[Watched, ...], dict[str, Seen]]:
    """Each address with what became of it, and what is known of them now; an address is asked for once."""
    now = dict(seen)
    answers: dict[str, Fetched] = {}
    found: list[Watched] = []
    for document in documents:
        for address in document.addresses:
            answer = answers.get(address) or fetch(address)
            answers[address] = answer
            before = seen.get(address)
            if answer.digest:
                now[address] = Seen(on=on.isoformat(), digest=answer.digest)
            found.append(
                Watched(
                    source=document.code,
                    address=address,
                    state=_state(answer, before),
                    checked_on=document.checked_on.isoformat(),
                    seen_on="" if before is None else before.on,
                    digest=answer.digest,
                    trouble=answer.trouble,
                )
            )
    return tuple(found), now


def _state(answer: Fetched, before: Seen | None) -> State:
    if answer.is_gone:
        return State.DEAD
    if not answer.digest:
        return State.NOT_REACHED
    if before is None:
        return State.NEW
    return State.SAME if before.digest == answer.digest else State.CHANGED


def read_seen(file: Path) -> dict[str, Seen]:
    """What an earlier watch kept; nothing where there was none. Raises ValueError for a file that is none of ours."""
    if not file.exists():
        return {}
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {address: Seen(**each) for address, each in kept.items()}
    except (TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"{file} does not hold what a watch keeps: {error}") from error


def write_seen(seen: Mapping[str, Seen], file: Path) -> None:
    """Keeps it for the next watch."""
    plain = {address: asdict(seen[address]) for address in sorted(seen)}
    write_whole(file, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())
