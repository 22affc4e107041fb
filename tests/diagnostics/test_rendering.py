"""What a diagnostic looks like on a terminal."""

from generator.diagnostics import Code, Diagnostic, Note, Place, Source, in_order, render

SOURCE = Source("a.yaml", ("title: 年龄age", "points: 三十", "x" * 200 + "年" * 20, "a\tb\x1b[31m"))


def diagnostic(line: int, column: int, length: int = 1, message: str = "wrong") -> Diagnostic:
    place = Place(source=SOURCE, line=line, column=column, length=length)
    return Diagnostic(code=Code.WRONG_TYPE, place=place, message=message, hint="mend it")


def test_the_caret_stands_under_the_value_two_cells_for_each_chinese_character() -> None:
    assert render(diagnostic(2, 9, 2)) == (
        "a.yaml:2:9: error P203: wrong\n"
        "    2 | points: 三十\n"
        "      |         ^^^^\n"
        "  hint: mend it\n"
    )


def test_chinese_characters_before_the_value_push_the_caret_by_two_cells_each() -> None:
    assert render(diagnostic(1, 10, 3)).splitlines()[2] == "      |            ^^^"


def test_a_long_line_is_shown_around_the_caret() -> None:
    shown = render(diagnostic(3, 201, 5)).splitlines()
    assert shown[1].startswith("    3 | …xxx")
    assert shown[2].endswith("^" * 10)
    assert len(shown[1]) < 120


def test_nothing_in_the_data_steers_the_terminal() -> None:
    text = render(diagnostic(4, 1, 4, "found \x1b[31m\u202e"))
    assert "\x1b" not in text
    assert "found \\u001b[31m\\u202e" in text


def test_a_place_behind_the_end_of_its_line_still_has_a_caret() -> None:
    assert render(diagnostic(1, 60)).splitlines()[2].endswith("^")


def test_a_place_outside_the_file_goes_without_an_excerpt() -> None:
    assert render(diagnostic(99, 1)) == "a.yaml:99:1: error P203: wrong\n  hint: mend it\n"


def test_a_note_shows_the_other_place() -> None:
    place = Place(source=SOURCE, line=1, column=1, length=5)
    noted = Diagnostic(
        code=Code.DUPLICATE_KEY,
        place=place,
        message="twice",
        notes=(Note(place=place, text="here"),),
    )
    assert "  note: a.yaml:1:1: here\n    1 | title: 年龄age\n      | ^^^^^\n" in render(noted)


def test_diagnostics_are_sorted_by_place_and_given_once() -> None:
    one, two = diagnostic(1, 1), diagnostic(2, 1)
    assert in_order([two, one, two]) == (one, two)


def test_the_same_message_all_over_a_file_is_gathered() -> None:
    (gathered,) = in_order(diagnostic(line, 1) for line in range(1, 6))
    assert [place.line for place in gathered.also] == [2, 3, 4, 5]


def test_every_code_has_an_id_a_summary_and_a_severity() -> None:
    for code in Code:
        assert code.id.startswith("P")
        assert code.summary
        assert code.severity.value in {"error", "warning"}
