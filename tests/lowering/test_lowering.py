"""What the lowering makes of Python that MicroPython lacks, and that it refuses what it can't say."""

import ast

import pytest

from generator.lowering.errors import LoweringError
from generator.lowering.lacking import builtin, exact
from generator.lowering.reach import Reach
from generator.lowering.statements import Statements

SAID = {
    'f"{a} of {b:,f}"': "'%s of %s' % (a, formed(b, ',f'))",
    'f"{a} %"': "'%s %%' % (a,)",
    '{"a": 1, **more, "b": 2}': "OrderedDict((('a', 1),)) | more | OrderedDict((('b', 2),))",
    "{key: value for key, value in pairs}": "OrderedDict([(key, value) for key, value in pairs])",
    "dict(pairs)": "OrderedDict(pairs)",
    "(*some, last)": "tuple(some) + (last,)",
    "kind is Kind.DATE": "kind == Kind.DATE",
    "kind is None": "kind is None",
    "isinstance(value, int | str)": "isinstance(value, (int, str))",
    "zip(one, other, strict=True)": "zip(one, other)",
    "text.isascii()": "is_ascii(text)",
    "type Code = str": "",
    "assert value, 'why'": "",
    "number: int = 1": "number = 1",
    "def f[T](a: T, /) -> T:\n    'says'\n    return a": "def f(a):\n    return a",
}


def said(source: str, *, keeps_order: bool = True) -> str:
    module = ast.parse(source)
    Statements(keeps_order=keeps_order).visit(module)
    return ast.unparse(ast.fix_missing_locations(module))


@pytest.mark.parametrize("source", SAID)
def test_what_is_lacking_is_said_otherwise(source: str) -> None:
    assert said(source) == SAID[source]


def test_a_data_class_is_written_out() -> None:
    source = """
@dataclass(frozen=True, kw_only=True)
class Band:
    kind: ClassVar[str] = "bands"
    below: int = 9
    points: int
    more: dict = field(default_factory=dict)
"""
    assert said(source).splitlines()[1:] == [
        "    _fields = ('below', 'points', 'more')",
        "",
        "    def __init__(self, *, below=9, points, more=None):",
        "        self.below = below",
        "        self.points = points",
        "        self.more = OrderedDict() if more is None else more",
        "    kind = 'bands'",
    ]


def test_a_named_tuple_gives_its_values_by_itself() -> None:
    assert said("class Span(NamedTuple):\n    low: int\n    high: int = 9").splitlines() == [
        "class Span(Tupled):",
        "    _fields = ('low', 'high')",
        "",
        "    def __init__(self, low, high=9):",
        "        self.low = low",
        "        self.high = high",
        "",
        "    def _values(self):",
        "        return (self.low, self.high)",
    ]


@pytest.mark.parametrize("source", ["{'a': 1}", "{key: value for key, value in pairs}", "dict(a)"])
def test_dictionaries_that_nobody_walks_are_left_as_they_are(source: str) -> None:
    assert said(source, keeps_order=False) == source


def test_cases_become_conditions() -> None:
    source = """
match value:
    case None:
        return 1
    case int() | str() if value:
        return 2
    case _:
        return 3
"""
    assert said(source).splitlines() == [
        "if value is None:",
        "    return 1",
        "elif (isinstance(value, int) or isinstance(value, str)) and value:",
        "    return 2",
        "else:",
        "    return 3",
    ]


@pytest.mark.parametrize(
    "source",
    ["f'{a!r}'", "match a.b:\n    case 1:\n        pass", "match a:\n    case [1]:\n        pass"],
)
def test_what_has_no_other_words_is_refused(source: str) -> None:
    with pytest.raises(LoweringError, match=r"line \d: the first gear can't say"):
        said(source)


def test_only_what_is_named_is_kept() -> None:
    sources = {
        "one": b"from two import used, idle\ndef entry(): return used(1).asked()\ndef other(): return idle()",
        "two": b"class used:\n    def asked(self): return 1\n    def never(self): return 2\ndef idle(): return 3",
    }
    reach = Reach(sources, lambda _, content: ast.parse(content))
    reach.follow(("one", "entry"))
    kept = {name: "\n".join(map(ast.unparse, reach.kept(name))) for name in reach.modules}
    assert kept["one"].split("\n") == [
        "from two import used",
        "def entry():",
        "    return used(1).asked()",
    ]
    assert "asked" in kept["two"]
    assert "never" not in kept["two"]
    assert "idle" not in kept["two"]


def test_what_python_would_round_is_declined() -> None:
    with pytest.raises(builtin.Declined):
        exact.Decimal("1" * 20) * exact.Decimal("1" * 20)
