"""The lowering: sources of CPython and a policy in, sources of MicroPython and a frozen policy out."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.lowering.frozen import frozen, kinds_in
from generator.lowering.reach import Place, Reach, defined
from generator.lowering.statements import Statements
from generator.scoring.model import Policy

LACKING: Final = "generator.lowering.lacking"
ENTRY: Final = f"{LACKING}.first_gear"
INSTEAD: Final = {
    "bisect": f"{LACKING}.builtin",
    "dataclasses": f"{LACKING}.builtin",
    "decimal": f"{LACKING}.exact",
    "functools": f"{LACKING}.builtin",
    "generator.scoring.json_reader": f"{LACKING}.json_reader",
    "itertools": f"{LACKING}.builtin",
    "operator": f"{LACKING}.builtin",
}
"""Modules that MicroPython lacks or has otherwise, and what stands in for them there."""

UNORDERED: Final = frozenset({"generator.scoring.memory"})
"""Modules of whose dictionaries nobody asks the order."""

CALLED: Final = (
    "Tupled",
    "formed",
    "is_ascii",
    "lone_members",
    "max",
    "members",
    "min",
    "sorted",
)
"""What lowered sources call without having imported it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """Sources by path, and the frozen policy that they score by."""

    sources: Mapping[str, str]
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePath:
    """Sources by path, and the attributes that they ask for; the same for all policies of the same kinds of records."""

    sources: Mapping[str, str]
    attributes: Sequence[str]


def lowered(sources: Mapping[str, bytes], policy: Policy) -> Lowered:
    """The score path of sources (by path, as they ship) for a policy.

    Raises LoweringError where something in them has no other way to say it.
    """
    return along(score_path(sources, kinds_in(policy)), policy)


def along(path: ScorePath, policy: Policy) -> Lowered:
    """A policy frozen for a score path of its kinds of records."""
    return Lowered(sources=path.sources, policy=frozen(policy, frozenset(path.attributes)))


def score_path(sources: Mapping[str, bytes], kinds: Iterable[Place]) -> ScorePath:
    """The score path of sources for policies of these kinds of records. Raises LoweringError."""
    modules = {_module(path): content for path, content in sources.items()}
    modules |= {
        f"{LACKING}.{file.stem}": file.read_bytes()
        for file in sorted((Path(__file__).parent / "lacking").glob("*.py"))
    }
    reach = Reach(modules, _lowered)
    for place in [(ENTRY, "answer"), (ENTRY, "load"), *kinds]:
        reach.follow(place)
    kept = {name: reach.kept(name) for name in reach.modules}
    return ScorePath(
        sources={
            f"{name.replace('.', '/')}.py": _written(body) for name, body in kept.items() if body
        },
        attributes=sorted(reach.attributes),
    )


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _lowered(name: str, content: bytes) -> ast.Module:
    module = ast.parse(content)
    Statements(keeps_order=name not in UNORDERED).visit(module)
    for each in module.body:
        if isinstance(each, ast.ImportFrom) and each.module in INSTEAD:
            each.module = INSTEAD[each.module]
    own = {name for each in module.body for name in defined(each)}
    called = [
        ast.ImportFrom(f"{LACKING}.builtin", [ast.alias(name)], 0)
        for name in CALLED
        if name not in own
    ]
    module.body = [
        ast.ImportFrom("collections", [ast.alias("OrderedDict")], 0),
        *called,
        *module.body,
    ]
    return module


def _written(body: list[ast.stmt]) -> str:
    return ast.unparse(ast.fix_missing_locations(ast.Module(body, [])))
