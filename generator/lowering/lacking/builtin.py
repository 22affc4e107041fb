"""Functions, methods and kinds of classes that lowered sources call by name."""

from collections.abc import Callable, Iterable, Iterator


class Declined(Exception):  # noqa: N818 -- no error: Pyodide answers
    """What only the engine of record can answer."""


class Tupled:
    """A named tuple, by its ``_fields``."""

    _fields: tuple[str, ...]

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self._fields])

    def _asdict(self) -> object:
        return OrderedDict([(name, getattr(self, name)) for name in self._fields])

    def _replace(self, **changes: object) -> object:
        return replace(self, **changes)

    def __iter__(self) -> Iterator[object]:
        return iter(self._values())

    def __getitem__(self, place: int) -> object:
        return self._values()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tupled) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __lt__(self, other: "Tupled") -> bool:
        return self._values() < other._values()

    def __gt__(self, other: "Tupled") -> bool:
        return self._values() > other._values()


def replace(record, **changes):
    given = {name: getattr(record, name) for name in record._fields}
    for name in changes:
        given[name] = changes[name]
    return type(record)(**given)


class Members:
    """An enumeration: its members by name, and all of them in order."""

    def __init__(self, pairs):
        self._all = [member for _, member in pairs]
        for name, member in pairs:
            setattr(self, name, member)

    def __iter__(self):
        return iter(self._all)


def members(pairs):
    return Members(pairs)


def lone_members(pairs):
    return Members([(name, Lone()) for name, _ in pairs])


class Lone:
    """A value that is equal to itself only."""


def joined_text(pieces):
    return "".join(pieces)


def formed(value, form):
    """A number as a form says: digits without an exponent (``f``), in groups of three (``,``), or both."""
    text = value.plain() if hasattr(value, "plain") else str(value)
    if form[0] != ",":
        return text
    whole, point, part = text.partition(".")
    sign = "-" if whole[0] == "-" else ""
    digits = whole[len(sign):]
    groups = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    return sign + ",".join([digits] + groups) + point + part


def format_map(template, words):
    """A sentence with its words in the place of the names in braces."""
    first, *rest = template.split("{")
    pieces = [first]
    for each in rest:
        name, end, text = each.partition("}")
        if not end or not name or "}" in text or ":" in name or "!" in name:
            raise Declined(template)
        pieces.append(str(words[name]))
        pieces.append(text)
    if "}" in first:
        raise Declined(template)
    return "".join(pieces)


def is_ascii(text):
    return len(text) == len(text.encode())


def sorted(values, key=None):
    """As everywhere, and stable."""
    values = list(values)
    keys = values if key is None else [key(each) for each in values]
    order = [(each, place) for place, each in enumerate(keys)]
    order.sort()
    return [values[place] for _, place in order]


def attrgetter(name):
    return lambda record: getattr(record, name)


def bisect_left(values, wanted, key=None):
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        value = values[middle] if key is None else key(values[middle])
        if value < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def bisect_right(values, wanted, key=None):
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        value = values[middle] if key is None else key(values[middle])
        if wanted < value:
            high = middle
        else:
            low = middle + 1
    return low


def pairwise(values):
    values = list(values)
    return zip(values, values[1:])


def accumulate(values, initial):
    found = [initial]
    for each in values:
        found.append(found[-1] + each)
    return found
