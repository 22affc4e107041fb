"""Small mistakes put into Python source, one at a time: the wrong comparison, one too many, a forgotten step.

Annotations, docstrings, imports, decorators and assertions (``strict=`` is one) are left alone: a mistake there changes
no answer.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, override

_COMPARISONS: Final[dict[type[ast.cmpop], ast.cmpop]] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}
_OPERATORS: Final[dict[type[ast.operator], ast.operator]] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Add(),
    ast.Div: ast.Mult(),
    ast.FloorDiv: ast.Mult(),
    ast.Mod: ast.Add(),
    ast.BitAnd: ast.BitOr(),
    ast.BitOr: ast.BitAnd(),
}
_FUNCTIONS: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
_UNTOUCHED_FIELDS: Final = {"annotation", "returns", "decorator_list", "bases", "type_params"}
_UNTOUCHED_NODES: Final = (ast.Import, ast.ImportFrom, ast.TypeAlias, ast.Assert)

type _Change = Callable[[ast.AST], ast.AST]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mistake: where it is, what stood there and what stands there now.

    ``name`` stays the same when lines move: the function, what stood there, what stands there, and which of the
    equal ones in the function it is.
    """

    path: str
    line: int
    name: str
    site: int
    change: int


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Yield each mutant of a module, in the order of its source."""
    seen: Counter[str] = Counter()
    for index, (node, where) in enumerate(_inside(ast.parse(source), "module")):
        for number, change in enumerate(_changes(node)):
            name = f"{where}: {_words(node)} → {_words(change(node))}"
            seen[name] += 1
            yield Mutant(
                path=path,
                line=getattr(node, "lineno", 0),
                name=name if seen[name] == 1 else f"{name} ({seen[name]})",
                site=index,
                change=number,
            )


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """Return the module with the mistake in it."""
    tree = ast.parse(source)
    site, _ = next(islice(_inside(tree, "module"), mutant.site, None))
    changed = list(_changes(site))[mutant.change](site)
    _Put(site, changed).visit(tree)
    return ast.fix_missing_locations(tree)


class _Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    @override
    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def _inside(node: ast.AST, where: str) -> Iterator[tuple[ast.AST, str]]:
    """Yield each node in which a mistake can be made, and the function that it is in."""
    if isinstance(node, _UNTOUCHED_NODES) or _is_docstring(node) or _is_strict(node):
        return
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        where = node.name if where == "module" else f"{where}.{node.name}"
    yield node, where
    for field, value in ast.iter_fields(node):
        if field in _UNTOUCHED_FIELDS or (field == "keywords" and isinstance(node, ast.ClassDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _inside(child, where)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _is_strict(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _changes(node: ast.AST) -> Iterator[_Change]:
    """Yield the mistakes that can be made in a node itself; each takes the node and gives another one."""
    match node:
        case ast.Compare(ops=ops):
            for place, operator in enumerate(ops):
                if type(operator) in _COMPARISONS:
                    yield lambda n, at=place: _with_comparison(n, at)  # type: ignore[misc]
        case ast.BinOp(op=operator) if type(operator) in _OPERATORS:
            yield _with_operator
        case ast.BoolOp():
            yield _with_other_junction
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield lambda n: n.operand  # type: ignore[attr-defined]
        case ast.Constant(value=bool()):
            yield lambda n: ast.Constant(not n.value)  # type: ignore[attr-defined]
        case ast.Constant(value=int()):
            yield lambda n: ast.Constant(n.value + 1)  # type: ignore[attr-defined]
        case ast.Call(func=ast.Name(id=name)) if name in _FUNCTIONS:
            yield _with_other_function
        case ast.If(test=test) | ast.IfExp(test=test) if _is_bare(test):
            yield _negated
        case ast.comprehension(ifs=ifs):
            for place in range(len(ifs)):
                yield lambda n, at=place: _without_filter(n, at)  # type: ignore[misc]
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise():
            yield lambda _: ast.Pass()
        case ast.Continue():
            yield lambda _: ast.Break()
        case ast.Break():
            yield lambda _: ast.Continue()
        case _:
            pass


def _is_bare(test: ast.expr) -> bool:
    """Tell whether a condition has nothing in it that is changed anyway."""
    return not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp)


def _with_comparison(node: ast.AST, at: int) -> ast.AST:
    assert isinstance(node, ast.Compare)
    ops = [_COMPARISONS[type(op)] if i == at else op for i, op in enumerate(node.ops)]
    return ast.Compare(node.left, ops, node.comparators)


def _with_operator(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BinOp)
    return ast.BinOp(node.left, _OPERATORS[type(node.op)], node.right)


def _with_other_junction(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BoolOp)
    return ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _with_other_function(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    return ast.Call(ast.Name(_FUNCTIONS[node.func.id]), node.args, node.keywords)


def _negated(node: ast.AST) -> ast.AST:
    negate = ast.UnaryOp(ast.Not(), node.test)  # type: ignore[attr-defined]
    if isinstance(node, ast.IfExp):
        return ast.IfExp(negate, node.body, node.orelse)
    assert isinstance(node, ast.If)
    return ast.If(negate, node.body, node.orelse)


def _without_filter(node: ast.AST, at: int) -> ast.AST:
    assert isinstance(node, ast.comprehension)
    return ast.comprehension(
        node.target, node.iter, [test for i, test in enumerate(node.ifs) if i != at], node.is_async
    )


def _words(node: ast.AST) -> str:
    """Return the source of a node, of a statement with a body the first line, on one line."""
    if isinstance(node, ast.comprehension):
        filters = " ".join(f"if {ast.unparse(test)}" for test in node.ifs)
        return f"for {ast.unparse(node.target)} {filters}".strip()
    text = ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_LONGEST: Final = 90
