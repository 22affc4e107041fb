"""What can't be lowered: where, and what it is."""

import ast


class LoweringError(Exception):
    """Sources that the lowering does not know how to say for MicroPython."""

    def __init__(self, node: ast.AST, what: str) -> None:
        line = node.lineno if isinstance(node, ast.expr | ast.stmt | ast.arg | ast.pattern) else 0
        super().__init__(f"line {line}: the first gear can't say {what}: {ast.unparse(node)}")
