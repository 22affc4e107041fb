"""Statements that MicroPython lacks, said by others."""

import ast
from typing import override

from generator.lowering.classes import lowered_class
from generator.lowering.errors import LoweringError
from generator.lowering.expressions import Expressions


class Statements(Expressions):
    """Lowers a module: its statements, and the expressions in them."""

    @override
    def visit_TypeAlias(self, _node: ast.TypeAlias) -> None:
        """Names of types are for readers."""

    @override
    def visit_Assert(self, _node: ast.Assert) -> None:
        """What is always true needs no check a second time: CPython has the same ones."""

    @override
    def visit_Expr(self, node: ast.Expr) -> ast.stmt | None:
        """Texts that stand alone are for readers."""
        if isinstance(node.value, ast.Constant):
            return None
        self.generic_visit(node)
        return node

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt | None:
        """Only the value stays."""
        if node.value is None:
            return None
        return ast.Assign([node.target], self.visit(node.value))

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        """Without annotations and parameters of type."""
        node.type_params = []
        node.returns = None
        node.decorator_list = [each for each in node.decorator_list if not _is_override(each)]
        arguments = node.args
        arguments.args = [*arguments.posonlyargs, *arguments.args]
        arguments.posonlyargs = []
        for each in (*arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg):
            if each is not None:
                each.annotation = None
        self.generic_visit(node)
        node.body = node.body or [ast.Pass()]
        return node

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        """Data classes, named tuples and enumerations are written out."""
        made = lowered_class(node)
        if isinstance(made, ast.ClassDef):
            self.generic_visit(made)
            made.body = made.body or [ast.Pass()]
        return made

    @override
    def visit_Match(self, node: ast.Match) -> ast.stmt:
        """Cases become conditions; only types without parts and None can be asked for."""
        if not isinstance(node.subject, ast.Name):
            raise LoweringError(node, "cases of what has no name")
        rest: list[ast.stmt] = []
        for case in reversed(node.cases):
            test = _test(node.subject, case.pattern)
            if case.guard is not None:
                test = case.guard if test is None else ast.BoolOp(ast.And(), [test, case.guard])
            rest = case.body if test is None else [ast.If(test, case.body, rest)]
        (whole,) = rest
        self.generic_visit(whole)
        return whole


def _is_override(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id == "override"


def _test(subject: ast.Name, pattern: ast.pattern) -> ast.expr | None:
    """The condition of a case; None where it always holds."""
    match pattern:
        case ast.MatchAs(pattern=None, name=None):
            return None
        case ast.MatchSingleton(value=value):
            return ast.Compare(subject, [ast.Is()], [ast.Constant(value)])
        case ast.MatchClass(cls=kind, patterns=[], kwd_patterns=[]):
            return ast.Call(ast.Name("isinstance", ast.Load()), [subject, kind], [])
        case ast.MatchOr(patterns=patterns):
            tests = [_test(subject, each) for each in patterns]
            return ast.BoolOp(ast.Or(), [each for each in tests if each is not None])
        case _:
            pass
    raise LoweringError(pattern, "this kind of case")
