"""Functions and kinds of classes that lowered sources call by name.

MicroPython has these not at all, or otherwise: its sorting is not stable, its least of a whole number and a decimal is an
error.
"""

import builtins
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, override


class Declined(Exception):  # noqa: N818 -- not an error: the engine of record answers
    """A request that this engine can't be sure of."""


class Tupled:
    """A named tuple, by its ``_fields``."""

    _fields: tuple[str, ...]
    _values: Callable[[], tuple[Any, ...]]

    def _asdict(self) -> OrderedDict[str, object]:
        return OrderedDict([(name, getattr(self, name)) for name in self._fields])

    def _replace(self, **changes: object) -> Any:  # noqa: ANN401 -- of its own type
        return replace(self, **changes)

    def __iter__(self) -> Iterator[object]:
        return iter(self._values())

    def __getitem__(self, place: int) -> object:
        return self._values()[place]

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tupled) and self._values() == other._values()

    @override
    def __hash__(self) -> int:
        return hash(self._values())

    def __lt__(self, other: "Tupled") -> bool:
        return self._values() < other._values()

    def __gt__(self, other: "Tupled") -> bool:
        return self._values() > other._values()


def replace(record: Any, **changes: object) -> Any:  # noqa: ANN401 -- a record of any type
    """A record with some of its fields changed."""
    given = {name: getattr(record, name) for name in record._fields}
    given.update(changes)
    return type(record)(**given)


class Members:
    """An enumeration: its members by name, and all of them in order."""

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        self._all = [member for _, member in pairs]
        for name, member in pairs:
            setattr(self, name, member)

    def __iter__(self) -> Iterator[object]:
        return iter(self._all)


class Lone:
    """A value that is equal to itself only."""


def members(pairs: Sequence[tuple[str, str]]) -> Members:
    """An enumeration whose members are texts."""
    return Members(pairs)


def lone_members(pairs: Sequence[tuple[str, str]]) -> Members:
    """An enumeration whose members are nothing else."""
    return Members([(name, Lone()) for name, _ in pairs])


def formed(value: Any, form: str) -> str:  # noqa: ANN401 -- any number
    """A number as a form says: without an exponent (``f``), in groups of three (``,``), or both."""
    text: str = str(value) if isinstance(value, int) else value.plain()
    if form[0] != ",":
        return text
    whole, point, part = text.partition(".")
    sign = "-" if whole[0] == "-" else ""
    digits = whole[len(sign) :]
    groups: list[str] = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    return sign + ",".join([digits, *groups]) + point + part


def is_ascii(text: str) -> bool:
    """Whether a text has signs of one byte only."""
    return len(text) == len(text.encode())


def sorted(values: Iterable[Any], key: Callable[[Any], Any] | None = None) -> list[Any]:  # noqa: A001
    """As everywhere, and stable."""
    given = list(values)
    keys = given if key is None else [key(each) for each in given]
    order = [(each, place) for place, each in enumerate(keys)]
    order.sort()
    return [given[place] for _, place in order]


def min(*values: Any, key: Any = None, default: Any = None) -> Any:  # noqa: A001, ANN401 -- values of any kind
    """As everywhere, and of whole numbers together with decimals."""
    return best(values, key, default, builtins.min, is_less)


def max(*values: Any, key: Any = None, default: Any = None) -> Any:  # noqa: A001, ANN401 -- values of any kind
    """As everywhere, and of whole numbers together with decimals."""
    return best(values, key, default, builtins.max, is_more)


def best(
    values: Sequence[Any],
    key: Any,  # noqa: ANN401
    default: Any,  # noqa: ANN401
    own: Callable[[Any], Any],
    is_better: Callable[[Any, Any], bool],
) -> Any:  # noqa: ANN401
    """The first of the values that no other one is better than: MicroPython's own way where it can compare them."""
    given = list(values[0]) if len(values) == 1 else values
    if not given:
        return default
    if key is None:
        try:
            return own(given)
        except TypeError:
            pass
    found = given[0]
    held = found if key is None else key(found)
    for each in given[1:]:
        other = each if key is None else key(each)
        if is_better(other, held):
            found, held = each, other
    return found


def is_less(one: Any, other: Any) -> bool:  # noqa: ANN401 -- any two that can be compared
    """Whether one is less: a whole number of MicroPython can't be asked so of a class's value, but the other way round."""
    return bool(other > one if isinstance(one, int) else one < other)


def is_more(one: Any, other: Any) -> bool:  # noqa: ANN401 -- any two that can be compared
    """Whether one is more, asked in the same way."""
    return bool(other < one if isinstance(one, int) else one > other)


def attrgetter(name: str) -> Callable[[Any], Any]:
    """What takes one field of a record."""
    return lambda record: getattr(record, name)


def bisect_left(values: Sequence[int], wanted: int) -> int:
    """How many of the rising values lie below one."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def bisect_right(values: Sequence[Any], wanted: int, key: Callable[[Any], int]) -> int:
    """How many of the records, rising by a key, lie not above one."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if wanted < key(values[middle]):
            high = middle
        else:
            low = middle + 1
    return low


def pairwise(values: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Each value with the next one."""
    given = list(values)
    for place in range(1, len(given)):
        yield given[place - 1], given[place]


def accumulate(values: Iterable[int], initial: int) -> list[int]:
    """The sums so far, from the first one."""
    found = [initial]
    for each in values:
        found.append(found[-1] + each)
    return found


def cache(function: Callable[[str], Any]) -> Callable[[str], Any]:
    """A function that remembers what it gave."""
    given: dict[str, Any] = {}

    def remembered(text: str) -> Any:  # noqa: ANN401 -- whatever the function gives
        if text not in given:
            given[text] = function(text)
        return given[text]

    return remembered
