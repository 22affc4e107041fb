"""Does anything notice a mutant? Each is tried in a process of its own, forked from one that has all answers at hand."""

import ast
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any, Final, override

import pytest

from generator import paths
from tests.mutants.mutations import Mutant, mutated

ANSWERS_SECONDS: Final = 30
TESTS_SECONDS: Final = 600
"""Of the processor, not of the clock. A mutant that takes longer never ends: that is noticed, too."""

MEMORY: Final = 4 * 1024**3
TESTS: Final = (
    "tests/scoring",
    "tests/scoring_properties",
    "tests/timeline",
    "tests/plans",
    "tests/guidance",
)
FIRST: Final = {
    "timeline": ("timeline_json",),
    "plans": ("plans_json", "reverse_json"),
    "ledger": ("ledger_json", "years_json"),
    "guidance": ("outlook_json", "papers_json", "editions_json"),
    "readings": ("readings_json",),
    "pasting": ("paste_json",),
}
"""The questions that a package answers are asked first, so that most of its mutants are noticed at once."""


class Fate(Enum):
    """What became of a mutant; the value is the status with which its process ends."""

    SURVIVED = 0
    ANSWERS_DIFFER = 3
    TESTS_FAIL = 4
    BROKE_DOWN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to the engine, and its answer: ``document`` is the policy's scoring document."""

    document: str
    method: str
    text: str
    answer: str


def try_mutant(mutant: Mutant | None, asked: Sequence[Asked], *, with_tests: bool) -> int:
    """Fork a process that tries a mutant, or the sources as they are, and return its number."""
    process = os.fork()
    if process:
        return process
    try:
        fate = _fate(mutant, asked, with_tests=with_tests)
    except BaseException:  # noqa: BLE001 -- whatever a mutant breaks, it was noticed
        fate = Fate.BROKE_DOWN
    os._exit(fate.value)


def fate_of(status: int) -> Fate:
    """Return what became of a mutant from the status of its process; one that a limit ended broke down."""
    return Fate(os.WEXITSTATUS(status)) if os.WIFEXITED(status) else Fate.BROKE_DOWN


def in_asking_order(path: str, asked: Sequence[Asked]) -> Iterator[Asked]:
    """Yield what to ask about a mutant of a module: its own package's questions first, then mixed."""
    mixed = random.Random(0).sample(asked, len(asked))
    first = FIRST.get(Path(path).parent.name, ("score_json",))
    yield from sorted(mixed, key=lambda question: question.method not in first)


def _fate(mutant: Mutant | None, asked: Sequence[Asked], *, with_tests: bool) -> Fate:
    resource.setrlimit(resource.RLIMIT_CPU, (ANSWERS_SECONDS, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _forget_modules()
    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    engines: dict[str, object] = {}
    for question in in_asking_order("" if mutant is None else mutant.path, asked):
        if question.document not in engines:
            scorer = import_module("generator.scorer").load(question.document)
            if _written(scorer) != question.document:
                return Fate.ANSWERS_DIFFER
            engines[question.document] = scorer
        answer = getattr(engines[question.document], question.method)(question.text)
        if answer != question.answer:
            return Fate.ANSWERS_DIFFER
    if with_tests and not _tests_pass("" if mutant is None else mutant.path):
        return Fate.TESTS_FAIL
    return Fate.SURVIVED


def _written(scorer: Any) -> str:  # noqa: ANN401 -- of a class that is imported anew
    """Return the scoring document of what a scorer has read; the same one, where reading and writing agree."""
    text: str = import_module("generator.loading.scoring_policy").scoring_text(
        scorer.policy, scorer.guidance
    )
    return text


def _tests_pass(path: str) -> bool:
    """Run the quick tests, those of the mutated module's package first, until one fails."""
    resource.setrlimit(resource.RLIMIT_CPU, (TESTS_SECONDS, resource.RLIM_INFINITY))
    _forget_modules()
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    package = f"tests/{Path(path).parent.name}"
    in_order = sorted(TESTS, key=lambda folder: folder != package)
    arguments = ["-x", "-q", "-m", "not slow", "-p", "no:xdist"]
    return pytest.main([*arguments, *in_order]) == pytest.ExitCode.OK


def _forget_modules() -> None:
    """Drop the project's modules, so that they are imported anew with the mutant among them."""
    for name in [*sys.modules]:
        if name.partition(".")[0] in {"generator", "tests"}:
            del sys.modules[name]


class _Finder(MetaPathFinder, Loader):
    """Imports the one module that the mistake is in."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = mutant.path.removesuffix(".py").replace("/", ".")

    @override
    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        del path, target
        return spec_from_loader(fullname, self) if fullname == self._name else None

    @override
    def exec_module(self, module: ModuleType) -> None:
        file = paths.PROJECT / self._mutant.path
        tree: ast.Module = mutated(file.read_text("utf-8"), self._mutant)
        exec(compile(tree, str(file), "exec"), module.__dict__)  # noqa: S102 -- our own source
