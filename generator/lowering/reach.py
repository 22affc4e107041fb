"""Which definitions a function can need, by the names that it says: more than it needs is harmless, less is not."""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

type Place = tuple[str, str]
"""A module, and a name that it defines."""


@dataclass(frozen=True, slots=True)
class Source:
    """A module as it is looked into: its statements, and those that define each of its names."""

    body: list[ast.stmt]
    defining: Mapping[str, list[ast.stmt]]


@dataclass(frozen=True, slots=True)
class Said:
    """The attributes and the names that a piece of source says, each once."""

    attributes: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(slots=True)
class Reach:
    """What is reached from some definitions, and which attributes are named on the way.

    ``sources`` are those of all modules by name; ``lower`` turns one, by its name, into the module that is looked into.
    """

    sources: Mapping[str, bytes]
    lower: Callable[[str, bytes], ast.Module]
    modules: dict[str, Source] = field(default_factory=dict)
    said: dict[ast.AST, Said] = field(default_factory=dict)
    places: set[Place] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)

    def follow(self, place: Place) -> None:
        """Reach a definition, all that it names, and the methods that are called so anywhere."""
        waiting, size = [place], -1
        while waiting or size != len(self.attributes):
            size = len(self.attributes)
            waiting += self.places
            seen: set[Place] = set()
            while waiting:
                here = waiting.pop()
                if here not in seen:
                    seen.add(here)
                    self.places.add(here)
                    waiting += self._named(here)

    def kept(self, name: str) -> list[ast.stmt]:
        """What of a module is reached, in its order, its imports first."""
        found: list[ast.stmt] = []
        for statement in self._source(name).body:
            if isinstance(statement, ast.ImportFrom):
                names = [
                    each
                    for each in statement.names
                    if (name, each.asname or each.name) in self.places
                ]
                if names:
                    found.append(ast.ImportFrom(statement.module, names, 0))
            elif any((name, each) in self.places for each in defined(statement)):
                found.append(self._shaken(statement))
        return found

    def _shaken(self, statement: ast.stmt) -> ast.stmt:
        """The statement; of a class only the members that are named."""
        if not isinstance(statement, ast.ClassDef):
            return statement
        body = self._members(statement) or [ast.Pass()]
        return ast.ClassDef(statement.name, statement.bases, [], body, [], [])

    def _members(self, statement: ast.ClassDef) -> list[ast.stmt]:
        return [
            each
            for each in statement.body
            if any(name.startswith("_") or name in self.attributes for name in defined(each))
        ]

    def _source(self, module: str) -> Source:
        if module not in self.modules:
            body = self.lower(module, self.sources[module]).body
            defining: dict[str, list[ast.stmt]] = {}
            for statement in body:
                for name in defined(statement):
                    defining.setdefault(name, []).append(statement)
            self.modules[module] = Source(body, defining)
        return self.modules[module]

    def _named(self, place: Place) -> Iterator[Place]:
        module, name = place
        source = self._source(module)
        for statement in source.defining.get(name, ()):
            if isinstance(statement, ast.ImportFrom):
                meant = next(each.name for each in statement.names if name in _names(each))
                if statement.module in self.sources:
                    yield str(statement.module), meant
                continue
            for said in map(self._said, self._pieces(statement)):
                self.attributes.update(said.attributes)
                yield from ((module, each) for each in said.names if each in source.defining)

    def _pieces(self, statement: ast.stmt) -> Sequence[ast.AST]:
        if isinstance(statement, ast.ClassDef):
            return (*statement.bases, *self._members(statement))
        return (statement,)

    def _said(self, piece: ast.AST) -> Said:
        if piece not in self.said:
            nodes = tuple(ast.walk(piece))
            attributes = (node.attr for node in nodes if isinstance(node, ast.Attribute))
            names = (node.id for node in nodes if isinstance(node, ast.Name))
            self.said[piece] = Said(tuple(dict.fromkeys(attributes)), tuple(dict.fromkeys(names)))
        return self.said[piece]


def defined(statement: ast.stmt) -> tuple[str, ...]:
    """The names that a statement defines."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.Assign(targets=[ast.Name(id=name)]):
            return (name,)
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return tuple(name for each in names for name in _names(each))
        case _:
            return ()


def _names(each: ast.alias) -> tuple[str, ...]:
    return (each.asname or each.name,)
