"""What a policy folder holds, file by file: nodes and texts, and the mistakes each file has in itself.

What could be read is kept even beside broken files, so that checks can go on with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place
from generator.reading import Node, TextFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A YAML file: what could be read of it, and whether it has the shape of its kind."""

    place: Place
    """The top of the file."""
    node: Node | None
    sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFile:
    """The file of an indicator in the folder of its section; ``stem`` is its name without ``.yaml``."""

    section: str
    stem: str
    file: DataFile
    stated: Node | None
    """What its own file and those of the editions before say, before receipts were given their document."""
    has_own_rule: bool
    """Whether this edition states the rule itself, not one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFile:
    """The file of a condition of applying; ``stem`` is its name without ``.yaml``, the rest as with an indicator."""

    stem: str
    file: DataFile
    stated: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFolder:
    """The folder of an edition, named by its effective date."""

    name: str
    file: DataFile
    stated: Node | None
    """As with an indicator."""
    based_on: str
    """The name of the edition that this one changes; empty where it stands for itself."""
    indicators: tuple[IndicatorFile, ...]
    conditions: tuple[ConditionFile, ...]
    texts: Mapping[str, TextFile]
    cases: Mapping[str, DataFile]
    """Its own ones; those that it takes over are found by ``generator.loading.taken_over``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """A page of its own: what its head says, and the text below, at its lines in the file."""

    head: DataFile
    text: TextFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFolder:
    """All files of a policy; ``diagnostics`` are those of reading, shape and place."""

    policy: DataFile
    sources: DataFile
    yardsticks: DataFile
    questions: DataFile
    readings: DataFile
    people: DataFile
    glossary: DataFile
    facts: DataFile
    guide: Mapping[str, DataFile]
    """By name without ``.yaml``; empty where there is no such folder."""
    editions: tuple[EditionFolder, ...]
    pages: Mapping[str, PageFile]
    diagnostics: tuple[Diagnostic, ...]
