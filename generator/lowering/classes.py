"""Classes that only hold data: written out, as MicroPython makes none of annotations."""

import ast
from collections.abc import Iterator

from generator.lowering.errors import LoweringError


def lowered_class(node: ast.ClassDef) -> ast.stmt:
    """A class with its ``__init__`` and its ``_fields``; an enumeration as an object that has its members."""
    bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
    if bases & {"StrEnum", "Enum"}:
        return _members(node, "members" if "StrEnum" in bases else "lone_members")
    node.type_params = []
    decorators = [each for each in node.decorator_list if not _is_dataclass(each)]
    if "NamedTuple" in bases:
        names = _write_out(node, kw_only=False)
        node.body.append(_values(names))
        node.bases = [ast.Name("Tupled", ast.Load())]
    elif len(decorators) < len(node.decorator_list):
        _write_out(node, kw_only="kw_only=True" in ast.unparse(node.decorator_list[0]))
    node.decorator_list = decorators
    return node


def _is_dataclass(decorator: ast.expr) -> bool:
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(name, ast.Name) and name.id == "dataclass"


def _members(node: ast.ClassDef, maker: str) -> ast.stmt:
    pairs: list[ast.expr] = [
        ast.Tuple([ast.Constant(target.id), value], ast.Load())
        for each in node.body
        for target, value in _assigned(each)
    ]
    made = ast.Call(ast.Name(maker, ast.Load()), [ast.Tuple(pairs, ast.Load())], [])
    return ast.Assign([ast.Name(node.name, ast.Store())], made)


def _assigned(statement: ast.stmt) -> Iterator[tuple[ast.Name, ast.expr]]:
    match statement:
        case ast.Assign(targets=[ast.Name() as name], value=value):
            yield name, value
        case ast.Expr(value=ast.Constant()):
            return
        case _:
            raise LoweringError(statement, "this in an enumeration")


def _write_out(node: ast.ClassDef, *, kw_only: bool) -> list[str]:
    """Put ``_fields`` and ``__init__`` in the place of the annotated fields, and return their names."""
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and _is_field(each)]
    names = [each.target.id for each in fields if isinstance(each.target, ast.Name)]
    defaults = [_default(each.value) for each in fields]
    arguments = [ast.arg(name) for name in names]
    own = ast.arg("self")
    parameters = (
        ast.arguments([], [own], None, arguments, defaults, None, [])
        if kw_only
        else ast.arguments(
            [], [own, *arguments], None, [], [], None, [each for each in defaults if each]
        )
    )
    body = [
        ast.Assign([ast.Attribute(ast.Name("self"), name)], _given(name, each.value))
        for name, each in zip(names, fields, strict=True)
    ]
    made = ast.FunctionDef("__init__", parameters, [*body], [], None, None, [])
    listed = ast.Tuple([ast.Constant(name) for name in names], ast.Load())
    rest = [each for each in node.body if each not in fields]
    node.body = [ast.Assign([ast.Name("_fields")], listed), made, *rest]
    return names


def _values(names: list[str]) -> ast.stmt:
    """The method that gives all values: quicker there than asking for each by its name."""
    values = [ast.Attribute(ast.Name("self"), name) for name in names]
    parameters = ast.arguments([], [ast.arg("self")], None, [], [], None, [])
    given = ast.Return(ast.Tuple([*values], ast.Load()))
    return ast.FunctionDef("_values", parameters, [given], [], None, None, [])


def _is_field(statement: ast.AnnAssign) -> bool:
    return "ClassVar" not in ast.unparse(statement.annotation)


def _default(value: ast.expr | None) -> ast.expr | None:
    return ast.Constant(None) if _factory(value) is not None else value


def _given(name: str, value: ast.expr | None) -> ast.expr:
    """What a field is set to: its argument, or what its factory makes."""
    argument, factory = ast.Name(name), _factory(value)
    if factory is None:
        return argument
    is_absent = ast.Compare(argument, [ast.Is()], [ast.Constant(None)])
    return ast.IfExp(is_absent, ast.Call(factory, [], []), argument)


def _factory(value: ast.expr | None) -> ast.expr | None:
    match value:
        case ast.Call(
            func=ast.Name(id="field"), keywords=[ast.keyword(arg="default_factory", value=made)]
        ):
            return made
        case _:
            return None
