"""Which definitions a function can need, by the names that it says: more than it needs is harmless, less is not."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

type Place = tuple[str, str]
"""A module, and a name that it defines."""


@dataclass(slots=True)
class Reach:
    """What is reached from some definitions, and which attributes are named on the way.

    ``sources`` are those of all modules by name; ``lower`` turns one into the module that is looked into.
    """

    sources: Mapping[str, bytes]
    lower: Callable[[bytes], ast.Module]
    modules: dict[str, ast.Module] = field(default_factory=dict)
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
        for statement in self._body(name):
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
        body = [
            each
            for each in statement.body
            if any(name.startswith("_") or name in self.attributes for name in defined(each))
        ]
        return ast.ClassDef(statement.name, statement.bases, [], body or [ast.Pass()], [], [])

    def _body(self, module: str) -> list[ast.stmt]:
        if module not in self.modules:
            self.modules[module] = self.lower(self.sources[module])
        return self.modules[module].body

    def _named(self, place: Place) -> Iterator[Place]:
        module, name = place
        for statement in self._body(module):
            if name not in defined(statement):
                continue
            if isinstance(statement, ast.ImportFrom):
                source = next(each.name for each in statement.names if name in _names(each))
                if statement.module in self.sources:
                    yield str(statement.module), source
                continue
            own = {each for other in self._body(module) for each in defined(other)}
            for node in ast.walk(self._shaken(statement)):
                if isinstance(node, ast.Attribute):
                    self.attributes.add(node.attr)
                elif isinstance(node, ast.Name) and node.id in own:
                    yield module, node.id


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
