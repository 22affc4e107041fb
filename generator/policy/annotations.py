"""An annotation such as ``Annotated[int, Whole(at_least=1)]``, taken apart: its type and the marks on it."""

from dataclasses import dataclass
from typing import Annotated, TypeAliasType, get_args, get_origin


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of an annotation."""

    all: tuple[object, ...]

    def one[M](self, kind: type[M]) -> M | None:
        """The mark of that class; None where there is none."""
        return next((mark for mark in self.all if isinstance(mark, kind)), None)


def marks_of(declaration: object) -> Marks:
    """The marks of an annotation, the outermost first."""
    return peeled(declaration)[1]


def peeled(declaration: object) -> tuple[object, Marks]:
    """What is left of an annotation without its names and marks, and the marks, the outermost first."""
    found: list[object] = []
    while True:
        if isinstance(declaration, TypeAliasType):
            declaration = declaration.__value__
        elif get_origin(declaration) is Annotated:
            declaration, *own = get_args(declaration)
            found += own
        else:
            return declaration, Marks(tuple(found))
