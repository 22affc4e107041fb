"""What ``fit`` makes of a node: values, their places, and what is noted beside mistakes."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from generator.diagnostics import Code as Mistake
from generator.diagnostics import Source
from generator.policy.declared import DeclarationError, form_of
from generator.policy.fit import Fitted, fit, fit_all
from generator.policy.marks import Declares, Inline, Only, Tag, Words
from generator.policy.places import Places, UnknownValueError
from generator.reading import Node, TextFile, parse_yaml
from generator.scoring.marks import Code, Key, Refers, Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    document: Annotated[Code, Refers("document")]
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    height: Annotated[int, Whole(at_least=1, at_most=9)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    code: Annotated[Code, Key("ladder"), Declares("ladder")]
    kind: Annotated[str, Words(("fixed", "folding")), Tag()]
    rungs: tuple[Rung, ...]
    hinges: Annotated[int | None, Only(needed=("folding",))] = None
    proof: Annotated[Proof, Inline()]


LADDERS = """\
- ladder: short
  kind: fixed
  rungs: [{height: 1}, {height: 1}]
  document: first
- ladder: long
  kind: folding
  rungs: [{height: 2}]
  hinges: 3
  document: second
  sure: false
"""


def node_of(text: str) -> Node:
    lines = tuple(text.split("\n"))
    node, mistakes = parse_yaml(TextFile(source=Source("a.yaml", lines), text=text))
    assert node is not None
    assert not mistakes
    return node


def ladders(text: str, places: Places | None = None) -> Fitted[tuple[Ladder, ...]]:
    return fit_all(node_of(text), Ladder, "the list", places or Places())


def test_a_sound_list_is_its_values() -> None:
    short, long = ladders(LADDERS).value or ()
    assert (short.code, short.hinges, short.proof.sure) == ("short", None, True)
    assert (long.rungs, long.hinges) == ((Rung(height=2),), 3)
    assert long.proof == Proof(document="second", sure=False)


def test_equal_values_have_places_of_their_own() -> None:
    places = Places()
    short, long = ladders(LADDERS, places).value or ()
    one, two = short.rungs
    assert one == two
    assert places.of(one, "height").column < places.of(two, "height").column
    assert str(places.of(long.proof, "document")) == "a.yaml:9:13"
    assert str(places.of_key(long, "hinges")) == "a.yaml:8:3"


def test_what_is_left_out_has_the_place_of_what_is_around_it() -> None:
    places = Places()
    short, _ = ladders(LADDERS, places).value or ()
    assert not places.has(short, "hinges")
    assert places.of(short, "hinges") == places.of(short)


def test_a_value_that_no_file_said_has_no_place() -> None:
    with pytest.raises(UnknownValueError):
        Places().of(Rung(height=1))


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("hinges: 3", "hinges: three", Mistake.WRONG_TYPE),
        ("  hinges: 3\n", "", Mistake.MISSING_KEY),
        ("hinges: 3", "hinge: 3", Mistake.UNKNOWN_KEY),
        ("height: 2", "height: 10", Mistake.OUT_OF_BOUNDS),
        ("kind: folding", "kind: folded", Mistake.UNKNOWN_WORD),
        ("kind: folding", "kind: fixed", Mistake.UNKNOWN_KEY),
    ],
)
def test_a_broken_entry_is_left_out_and_what_it_names_is_known(
    right: str, wrong: str, code: Mistake
) -> None:
    assert right in LADDERS
    fitted = ladders(LADDERS.replace(right, wrong))
    assert [each.code for each in fitted.mistakes] == [code]
    assert [each.code for each in fitted.value or ()] == ["short"]
    assert [each.code for each in fitted.declarations] == ["short", "long"]
    if code is not Mistake.UNKNOWN_WORD:
        assert [each.code for each in fitted.references] == ["first", "second"]


def test_a_table_whose_list_has_a_mistake_is_no_value_further_inside() -> None:
    text = LADDERS.split("- ladder: long", maxsplit=1)[0].replace("- ladder", "  ladder")
    assert fit(node_of(text), Ladder, "it", Places()).value is not None
    broken = fit(node_of(text.replace("kind: fixed", "kind: 1")), Ladder, "it", Places())
    assert broken.value is None


def test_a_type_that_says_nothing_about_the_data_is_a_bug() -> None:
    with pytest.raises(DeclarationError):
        form_of(float)
    with pytest.raises(DeclarationError):
        form_of(int | str)
