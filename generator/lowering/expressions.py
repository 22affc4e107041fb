"""Expressions that MicroPython lacks, said by others; also without annotations, assertions and docstrings."""

import ast
from typing import Final, override

from generator.lowering.errors import LoweringError

METHODS: Final = {"isascii": "is_ascii"}
"""Methods of texts that are functions there, by the function's name."""


class Expressions(ast.NodeTransformer):
    """Lowers the expressions of a module.

    Every dictionary that is made keeps its order, for which it is searched from its beginning; where nobody walks them,
    they are left as they are, and are looked up by hash.
    """

    def __init__(self, *, keeps_order: bool = True) -> None:
        self.keeps_order = keeps_order

    @override
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """A text with values in it becomes a form and the values that fill it: each text that is made there is dear."""
        form, values = "", list[ast.expr]()
        for each in node.values:
            if isinstance(each, ast.Constant):
                form += str(each.value).replace("%", "%%")
            else:
                form += "%s"
                values.append(self._filling(each))
        return ast.BinOp(ast.Constant(form), ast.Mod(), ast.Tuple(values, ast.Load()))

    def _filling(self, part: ast.expr) -> ast.expr:
        if not isinstance(part, ast.FormattedValue) or part.conversion != -1:
            raise LoweringError(part, "this part of a text with values")
        value: ast.expr = self.visit(part.value)
        if part.format_spec is None:
            return value
        match part.format_spec:
            case ast.JoinedStr(values=[ast.Constant() as form]):
                return _call("formed", value, form)
            case _:
                pass
        raise LoweringError(part, "a form that is put together")

    @override
    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        """A dictionary is made of ordered pairs, and of others with ``|``."""
        if not self.keeps_order:
            self.generic_visit(node)
            return node
        whole: ast.expr | None = None
        pairs: list[ast.expr] = []

        def close() -> None:
            nonlocal whole
            if pairs or whole is None:
                made = _call("OrderedDict", ast.Tuple([*pairs], ast.Load()))
                whole = made if whole is None else ast.BinOp(whole, ast.BitOr(), made)
                pairs.clear()

        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                close()
                assert whole is not None
                whole = ast.BinOp(whole, ast.BitOr(), self.visit(value))
            else:
                pairs.append(ast.Tuple([self.visit(key), self.visit(value)], ast.Load()))
        close()
        assert whole is not None
        return whole

    @override
    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        """The same for one that is made in a loop."""
        self.generic_visit(node)
        if not self.keeps_order:
            return node
        pair = ast.Tuple([node.key, node.value], ast.Load())
        return _call("OrderedDict", ast.ListComp(pair, node.generators))

    @override
    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        """Stars in a tuple become sums of tuples."""
        return self._starless(node, "tuple")

    @override
    def visit_List(self, node: ast.List) -> ast.expr:
        """Stars in a list become sums of lists."""
        return self._starless(node, "list")

    def _starless(self, node: ast.Tuple | ast.List, kind: str) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Store) or not any(
            isinstance(each, ast.Starred) for each in node.elts
        ):
            return node
        parts = [
            _call(kind, each.value)
            if isinstance(each, ast.Starred)
            else type(node)([each], ast.Load())
            for each in node.elts
        ]
        whole: ast.expr = parts[0]
        for part in parts[1:]:
            whole = ast.BinOp(whole, ast.Add(), part)
        return whole

    @override
    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """Members of enumerations are texts there: the same where they are equal."""
        self.generic_visit(node)
        node.ops = [
            _equality(operator) if _is_member(right) else operator
            for operator, right in zip(node.ops, node.comparators, strict=True)
        ]
        return node

    @override
    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Functions and methods that there go by another name, or lack an argument."""
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="isinstance"), args=[value, ast.BinOp() as kinds]):
                return _call("isinstance", value, ast.Tuple(alternatives(kinds), ast.Load()))
            case ast.Call(func=ast.Name(id="dict")) if self.keeps_order:
                return ast.Call(ast.Name("OrderedDict", ast.Load()), node.args, node.keywords)
            case ast.Call(func=ast.Name(id="zip")):
                node.keywords = [each for each in node.keywords if each.arg != "strict"]
            case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in METHODS:
                return _call(METHODS[name], value, *node.args)
            case _:
                pass
        return node


def alternatives(kinds: ast.expr) -> list[ast.expr]:
    """The types of ``A | B``."""
    if isinstance(kinds, ast.BinOp):
        return [*alternatives(kinds.left), *alternatives(kinds.right)]
    return [kinds]


def _is_member(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr.isupper()


def _equality(operator: ast.cmpop) -> ast.cmpop:
    if isinstance(operator, ast.Is):
        return ast.Eq()
    return ast.NotEq() if isinstance(operator, ast.IsNot) else operator


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [*arguments], [])
