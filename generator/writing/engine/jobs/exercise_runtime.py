"""Stands in for the scorer where it is found out which functions of the runtime run (see ``running.py``).

It imports whatever ships and does what scoring is made of with values of its own; so what is found depends on no policy.
What it leaves out and a request needs is answered right all the same, once the rest of the runtime has come.
"""

import gc
import json
import math
import operator
import re
from _bisect import bisect_left, bisect_right  # Not every package ships the module around it.
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Context, Decimal
from enum import Enum
from functools import cache, cached_property, partial, reduce
from importlib import import_module
from itertools import (
    accumulate,
    chain,
    combinations,
    compress,
    count,
    cycle,
    dropwhile,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    zip_longest,
)
from json.scanner import make_scanner
from operator import add
from typing import Any, NamedTuple, Self, cast, override
from weakref import ref

SAMPLES: tuple[tuple[tuple[Any, ...], tuple[Any, ...]], ...] = (
    (
        (
            "",
            "plain",
            "120 分",
            "“居住证”",
            "2023-04 至 2025-06，１２０００",
            "𠮷野家",
            "a\ud83d",
            '\t\\"\n',
        ),
        ("", "a", "积分", 1, {97: "b"}, ["a", "积", "𠮷"]),
    ),
    ((0, 1, -7, 255, 10**9, -(10**12), 3**60), (0, 1, 2, 7, 0.5, ",", "x")),
    ((0.0, -1.5, 1e300, 0.1), (0, 1.5, 3, ".2f")),
    (
        (Decimal(0), Decimal("-2.50"), Decimal("1E+3"), Decimal(10) ** 25 / 3),
        (Decimal(3), 2, 10**12, "f", ",f", ",.2f"),
    ),
    ((date(2015, 7, 1), date(2024, 2, 29)), (date(1972, 12, 31), timedelta(days=40), "%Y-%m-%d")),
    ((timedelta(days=400), timedelta(seconds=-1)), (timedelta(days=7), 2)),
    (((), (1, 2), ("a", ("b", None))), (0, 1, (1, 2), slice(1))),
    (([], [3, 1, 2], ["b", "a"] * 20), (0, 1, "a", [1], slice(None, None, 2))),
    (({}, {"a": 1}, dict.fromkeys(range(40))), ("a", 1, {"b": 2})),
    ((set[int](), {1, 2}, set("abc")), (1, "a", {2, 3})),
    ((frozenset[int](), frozenset("abc")), ("a", frozenset("b"))),
    ((bytearray(), bytearray(b"ab")), (b"a", 1, 65, slice(1))),
    ((Context(prec=64),), (Decimal("2.55"), Decimal("0.1"), "1.5")),
    ((b"", b"plain", "积分".encode()), (b"a", 1, slice(1))),
    ((range(0), range(5, 50, 3)), (1, slice(2))),
    ((True, False, None), (True, 1)),
    ((operator,), (2, 1)),
)
"""Values of a type, and what their methods are given."""
LEFT_OUT = frozenset({"__lshift__", "__pow__", "__rlshift__", "__rpow__", "today"})
"""Methods that take for ever or whose answer is not the same each time."""
USUAL = gc.get_threshold()
OFTEN = (30, 3, 3)
JSON = '{"a": [1, -2.5, 1e3, true, null, "x\\u5206\\ud83d\\ude00\\n"], "b": {"c": {}}, "d": []}'
BROKEN = ("", "{", "[1,]", '{"a" 1}', '"\\u12"', "nul", "1e", "[" * 60)


class Colour(Enum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


class Pair(NamedTuple):
    """A named tuple."""

    first: int
    second: str = "b"


@dataclass(frozen=True, slots=True, order=True)
class Plain:
    """A record that does not change."""

    number: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Named:
    """A record whose fields are named."""

    plain: Plain
    others: tuple[Plain, ...] = ()


@dataclass
class Changing:
    """A record that does."""

    values: list[int] = field(default_factory=list)

    @cached_property
    def total(self) -> int:
        return sum(self.values)


class Counted:
    """A value with operators of its own."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __add__(self, other: Self) -> "Counted":
        return Counted(self.value + other.value)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Counted) and self.value == other.value

    def __lt__(self, other: Self) -> bool:
        return self.value < other.value

    @override
    def __hash__(self) -> int:
        return hash(self.value)

    def __bool__(self) -> bool:
        return self.value > 0

    def __len__(self) -> int:
        return self.value

    def __getitem__(self, index: int) -> int:
        if index >= self.value:
            raise IndexError(index)
        return index

    def __contains__(self, item: object) -> bool:
        return item == self.value

    def __call__(self) -> int:
        self.value -= 1
        return self.value

    def __iter__(self) -> Iterator[int]:
        yield from range(self.value)

    @property
    def twice(self) -> int:
        return 2 * self.value

    @classmethod
    def of(cls, value: int) -> Self:
        return cls(value)

    @staticmethod
    def none() -> None:
        return None


@cache
def doubled(number: int) -> int:
    """Twice the number, remembered."""
    return 2 * number


def everything_done_with(values: tuple[Any, ...], given: tuple[Any, ...]) -> Iterator[object]:
    """What every method of the values gives, with nothing and with each of what is given."""
    for value in values:
        for name in sorted(set(dir(value)) - LEFT_OUT):
            method = getattr(value, name)
            if not callable(method):
                continue
            for arguments in ((), *((one,) for one in given), given[:2]):
                with suppress(Exception):
                    yield method(*arguments)


def looked_through(values: Iterable[object]) -> None:
    """Has Python look for cycles while the values live."""
    living = list(values)
    gc.collect()
    living.clear()


def unfinished() -> Iterator[object]:
    """What goes through values, not at its end."""
    numbers = [3, 1, 2]
    lists = [numbers, numbers]
    yield from (count(1), cycle(numbers), repeat(numbers, 3), accumulate(numbers), chain(lists))
    yield from (compress(numbers, numbers), dropwhile(bool, numbers), takewhile(bool, numbers))
    yield from (
        islice(numbers, 2),
        starmap(add, lists),
        zip_longest(numbers, lists),
        pairwise(lists),
    )
    yield from (
        product(numbers, lists),
        permutations(lists),
        combinations(lists, 2),
        groupby(lists),
    )
    yield from (zip(numbers, lists, strict=True), map(str, numbers), filter(None, lists))
    yield from (
        enumerate(lists),
        reversed(lists),
        iter(lists),
        iter(Counted(4), 0),
        iter(Counted(1)),
    )
    yield from (generated(), partial(add, numbers), doubled, add, Counted.of, Counted(1).twice)
    yield from (
        json.JSONDecoder(),
        cast("Any", make_scanner)(json.JSONDecoder()),
        json.JSONEncoder().iterencode(lists),
    )
    yield from (
        operator.itemgetter(lists, 1),
        operator.attrgetter("a", "b"),
        operator.methodcaller("a", lists),
    )
    yield from (
        Context(),
        Decimal(1),
        deque(lists),
        iter(deque(lists)),
        defaultdict(list),
        Counter("a"),
    )
    yield from (
        slice(lists),
        memoryview(b"a"),
        super(Named, Named(plain=Plain(1))),
        Colour,
        Colour.RED,
    )
    yield from (
        ref(Counted),
        type("New", (Counted,), {}),
        lambda: numbers,
        re,
        vars(re),
        property(str),
    )
    yield from (
        classmethod(add),
        staticmethod(add),
        ValueError(lists),
        range(3),
        list[int],
        int | str,
    )


def made_of_records() -> list[str]:
    """Records, closed sets and what is remembered."""
    records = sorted([Plain(2, ("b",)), Plain(1), replace(Plain(3), texts=("a",))], reverse=True)
    pairs = [Pair(number)._replace(second=str(number)) for number in range(5)]
    changing = Changing([doubled(number) for number in (1, 2, 1)])
    changing.values.append(changing.total)
    by_parity = groupby(sorted(pairs, key=lambda pair: pair.first % 2), key=operator.itemgetter(0))
    return [
        repr(
            (
                records,
                pairs,
                changing,
                Named(plain=Plain(1)),
                Colour("red"),
                Colour["BLUE"],
                list(Colour),
            )
        ),
        str({record: hash(record) for record in records}[Plain(1)]),
        str([list(group) for _, group in by_parity]),
        str([operator.attrgetter("first", "second")(pair) for pair in pairs]),
        str([operator.attrgetter("number.real")(record) for record in records]),
        str(max(records, key=operator.attrgetter("number"), default=None) == Plain(3, ("a",))),
    ]


def looped_over() -> Iterator[object]:
    """What goes through many values."""
    numbers = list(accumulate(chain(range(3), [5, 8])))
    yield from starmap(divmod, product(numbers[1:], (2, 3)))
    yield from pairwise(numbers)
    yield from zip(numbers, map(partial(pow, 2), numbers), strict=True)
    yield [*filter(None, reversed(numbers)), *enumerate(numbers), any(numbers), all(numbers)]
    yield {number: {other for other in numbers if other > number} for number in numbers}
    yield [
        list(bytearray(3)),
        list({1, 2}),
        list(frozenset("a")),
        {*"ab"} | {*"c"},
        min([3, 2], key=abs),
    ]
    yield from compress(numbers, repeat(1))
    yield Decimal("2.55").quantize(Decimal("0.1"), rounding=ROUND_FLOOR, context=Context(prec=64))
    yield from islice(zip(count(1), cycle("ab"), repeat(None), strict=False), 5)
    yield from chain.from_iterable((combinations(numbers, 2), permutations(numbers[:3], 2)))
    yield from (takewhile(bool, numbers), dropwhile(bool, numbers), zip_longest(numbers, "a"))
    yield (
        reduce(operator.sub, numbers),
        reduce(add, numbers, 1),
        abs(numbers[0] - 9),
        round(2.5),
        math.gcd(12, -18),
    )
    yield list(iter(Counted(4), 0)), sorted([Counted(2), Counted(1)]), Counted(1) + Counted(2)
    yield 3 in Counted(3), list(Counted(2)), len(Counted(1)), not Counted(0), {Counted(1)}
    yield [bisect(numbers, 4) for bisect in (bisect_left, bisect_right)]
    yield bisect_left(range(9), x=True, key=lambda number: number > 3)
    first, *_, last = numbers
    yield f"{first:>5}{last:,}{numbers!r:.3}{Decimal('1.50'):f}{date(2024, 2, 29):%Y}{3.14159:.2f}"


def gathered() -> Iterator[object]:
    """What the library has to gather values in, and what goes on by and by."""
    groups = defaultdict[str, list[int]](list)
    line = deque[int](maxlen=3)
    for number, letter in enumerate("abcab"):
        groups[letter].append(number)
        line.append(number)
    line.extendleft(iter([line.pop(), line.popleft()]))
    yield dict(groups), list(line), Counter("abcab").most_common(1), Counter("ab") + Counter("b")
    found: tuple[object, ...] = (1, {}, iter(()), groups)
    yield [isinstance(value, (Mapping, Iterator, Counted)) for value in found]
    yield issubclass(dict, Mapping), issubclass(Counted, (int, Mapping)), hasattr(line, "append")
    going_on = generated()
    yield next(going_on), going_on.send(1)
    with suppress(StopIteration, KeyError):
        going_on.throw(KeyError("gone"))
    going_on.close()


def generated() -> Generator[int, int]:
    """What is sent, and one where nothing is."""
    try:
        sent = 0
        while True:
            sent = (yield sent) or 1
    finally:
        sent = 0


def matched(value: object) -> object:
    """What a value looks like."""
    match value:
        case {"a": [first, *_], **others}:
            return first, others
        case Plain(number=number) | Pair(first=number):
            return number
        case str() | int() as plain:
            return plain
        case _:
            return None


def refused(work: Callable[[], object]) -> str:
    """What a failure says."""
    try:
        return str(work())
    except (ValueError, ArithmeticError, KeyError, TypeError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


def done() -> str:
    """All of it."""
    for values, given in SAMPLES:
        looked_through(everything_done_with(values, given))
    looked_through(unfinished())
    looked_through(chain(looped_over(), gathered()))
    texts = [*made_of_records(), *map(str, chain(looped_over(), gathered()))]
    looks: tuple[object, ...] = ({"a": [1], "b": 2}, Plain(1), Pair(2), "a", [])
    texts += map(str, map(matched, looks))
    texts += [refused(partial(json.loads, broken)) for broken in BROKEN]
    texts += [refused(partial(Decimal, text)) for text in ("", "x", "NaN", "1e999999999")]
    texts += [refused(partial(date.fromisoformat, text)) for text in ("", "2024-02-30", "2024-2-3")]
    texts += [refused(partial(kind, "x１")) for kind in (int, float, Colour)]
    read = json.loads(JSON, parse_float=Decimal, object_pairs_hook=dict)
    texts += [str(read), json.dumps(json.loads(JSON), ensure_ascii=False, separators=(",", ":"))]
    for pattern in (
        r"(\d{4})[-年](\d{1,2})月?",
        r"^\s*(?P<a>[^，,]+?)(?=[，,]|$)",
        r"(?i)(a|积)+?\b",
    ):
        found = re.compile(pattern)
        texts += [str(found.findall(text)) for text in SAMPLES[0][0]]
        texts += [found.sub(lambda match: match[0].upper(), text) for text in SAMPLES[0][0]]
        texts += [str(found.split(text)) for text in SAMPLES[0][0]]
        for one in chain.from_iterable(map(found.finditer, SAMPLES[0][0])):
            looked_through(everything_done_with((one,), (0, "a")))
            texts.append(f"{one[0]}{one.groups()}{one.lastgroup}{one.lastindex}{one.pos}{one.re}")
        texts += [
            str((found.search(text), found.match(text), found.fullmatch(text)))
            for text in SAMPLES[0][0]
        ]
    return "\n".join(texts)


class Scorer:
    """As the worker calls it."""

    def answer(self, method: str, text: str) -> bytes:
        """The work, done once more."""
        return f"{method} {text} {done()}".encode(errors="replace")

    def answer_on(self, sheet: bytearray, method: str, length: int) -> int:
        """The work on a sheet: what of it there is room for."""
        answer = self.answer(method, str(sheet[:length], "utf-8"))[: len(sheet)]
        sheet[: len(answer)] = answer
        return len(answer)

    def score_json(self, text: str) -> str:
        """The work as text."""
        return text + done()


def load(policy_text: str) -> Scorer:
    """Imports the modules whose names the text lists, and does the work.

    Meanwhile Python looks for cycles all the time: when it does so in a start depends on much, and so does what it finds.
    """
    gc.set_threshold(*OFTEN)
    for name in json.loads(policy_text):
        import_module(name)
    done()
    gc.set_threshold(*USUAL)
    return Scorer()
