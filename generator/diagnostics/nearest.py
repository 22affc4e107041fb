"""The known word that a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The closest of the known words, or None where none is close.

    Case and the difference between ``-`` and ``_`` count for nothing.
    """
    folded = {_fold(candidate): candidate for candidate in known}
    matches = get_close_matches(_fold(word[:80]), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
