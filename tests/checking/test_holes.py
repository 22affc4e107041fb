"""Figures that nothing but a witness holds: there are none without one, and a changed one is told."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from generator import paths
from generator.checking.holes import Unheld, check_holes, holes
from generator.checking.view import View, view_of
from generator.diagnostics import Code
from generator.loading import read_policy_folder
from generator.reading import Entry, Listing, Node, Scalar, Table
from tests.policies import TOY_TALLY
from tests.shipped import SHIPPED_POLICY


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(read_policy_folder(SHIPPED_POLICY, "policy", cache=paths.CACHE))


def test_every_figure_of_the_shipped_policy_has_a_witness_or_a_reason(view: View) -> None:
    assert view.folder.witnesses.value is not None
    assert [hole.name for hole in holes(view) if hole.witness is None and not hole.why] == []


def test_floors_facts_and_terms_have_witnesses(view: View) -> None:
    witnessed = {hole.name for hole in holes(view) if hole.witness is not None}
    for fact in view.folder.facts.value or ():
        assert f"facts.{fact.code}.value" in witnessed
    assert {
        "yardsticks.statutory_average.2026-07.floor",
        "sources.permit-2025.in_force.to",
    } <= witnessed


def test_the_days_of_an_edition_s_document_are_held_by_the_edition(view: View) -> None:
    named = {hole.name for hole in holes(view)}
    for edition in view.editions:
        assert edition.text is not None
        assert f"sources.{edition.text.document}.in_force.to" not in named


def test_the_cap_over_a_group_is_held_by_cases_and_needs_no_witness(tmp_path: Path) -> None:
    folder = Path(copytree(TOY_TALLY, tmp_path / "tally"))
    excuses = "excuses:\n  - {figures: people.*, because: 没有人}\n"
    (folder / "witnesses.yaml").write_text(f"witnesses: []\n{excuses}", "utf-8")
    named = {hole.name for hole in holes(view_of(read_policy_folder(folder)))}
    assert "questions.bridge_shifts.at_most" not in named
    assert [name for name in named if name.startswith("editions.")] == [
        "editions.2026-03-01.cases_on"
    ]


def test_a_changed_figure_is_told(view: View) -> None:
    for hole in [hole for hole in holes(view) if hole.name.startswith("facts.")]:
        assert _told(view, hole) == [Code.DISAGREES], hole.name


def test_a_number_in_a_question_is_one_of_its_own_or_a_fact(view: View) -> None:
    label = next(
        entry
        for entry in _scalars(view.folder.questions.node)
        if entry.text.startswith("最近 48 个月里，有几个月的基数达到参照标准的 0.8 倍")
    )
    for number, other in (("48", "49"), ("0.8", "0.9")):
        changed = _with(view, label, label.text.replace(number, other))
        assert [each.code for each in check_holes(changed)] == [Code.HOLE]


def _told(view: View, hole: Unheld) -> list[Code]:
    found = next(each for each in _scalars(view.folder.facts.node) if each.place == hole.place)
    folder = view.folder
    node = _replaced(folder.facts.node, found, f"{hole.value}1")
    changed = replace(view, folder=replace(folder, facts=replace(folder.facts, node=node)))
    return [each.code for each in check_holes(changed)]


def _with(view: View, old: Scalar, text: str) -> View:
    folder = view.folder
    node = _replaced(folder.questions.node, old, text)
    return replace(view, folder=replace(folder, questions=replace(folder.questions, node=node)))


def _replaced(node: Node | None, old: Scalar, text: str) -> Node | None:
    match node:
        case Scalar():
            return replace(node, text=text) if node is old else node
        case Listing():
            return replace(node, items=tuple(_whole(item, old, text) for item in node.items))
        case Table():
            entries = (
                Entry(key=each.key, value=_whole(each.value, old, text)) for each in node.entries
            )
            return replace(node, entries=tuple(entries))
        case _:
            return node


def _whole(node: Node, old: Scalar, text: str) -> Node:
    changed = _replaced(node, old, text)
    assert changed is not None
    return changed


def _scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Listing():
            return [found for item in node.items for found in _scalars(item)]
        case Table():
            return [found for each in node.entries for found in _scalars(each.value)]
        case _:
            return []
