"""Every mutant that may survive is one that there is."""

from generator import paths
from tests.mutants.mutations import mutants_of
from tests.mutants.survivors import excused, listed_in


def test_each_mutant_with_a_reason_exists() -> None:
    listed = excused()
    existing = {
        (path, mutant.name)
        for path in {path for path, _ in listed}
        for mutant in mutants_of(path, (paths.PROJECT / path).read_text("utf-8"))
    }
    assert [name for name in listed if name not in existing] == []


def test_mutants_that_a_run_lists_are_found_by_path_and_name_whatever_their_line() -> None:
    listed = (
        "3 of 520: generator/a.py:26: is_leap: 400 → 401\n"
        "generator/b/c.py:7: f: a: b → c (2)\n    NO REASON GIVEN\nsurvived 2\n"
    )
    assert listed_in(listed) == {
        ("generator/a.py", "is_leap: 400 → 401"),
        ("generator/b/c.py", "f: a: b → c (2)"),
    }
