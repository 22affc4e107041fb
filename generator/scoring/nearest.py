"""Find the known word that was most likely meant.

The build has a finer one for people who edit data (``generator.diagnostics``), which may find none close enough;
it rests on ``difflib``, which does not ship to the browser.
"""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word with the fewest single-character edits from ``word``, the first of equals.

    ``known`` must not be empty. Only the first 60 characters of ``word`` are looked at.
    """
    return min(known, key=lambda candidate: _distance(word[:60], candidate))


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]
