"""The list of what the site is made of: whole, from the locks alone, and no part without its licence's text."""

import json

from generator import paths
from generator.sbom import sbom_text
from generator.writing.engine.licences import LINKED, LINKED_FIRST, TEXTS, licence_text
from generator.writing.engine.toolchain import FIRST_RUNTIME, Toolchain

PARTS = (*LINKED, *LINKED_FIRST)
TOOLCHAIN = Toolchain(node_modules=paths.NODE_MODULES, cache=paths.CACHE / "engine")


def test_the_list_names_all_that_is_locked() -> None:
    components = json.loads(sbom_text(paths.PROJECT, TOOLCHAIN))["components"]
    names = {each["name"] for each in components}
    npm = json.loads((paths.PROJECT / "package-lock.json").read_text("utf-8"))["packages"]
    assert {place.rpartition("node_modules/")[2] for place in npm if place} <= names
    locked = (paths.PROJECT / ".setup" / "requirements.txt").read_text("utf-8").splitlines()
    assert {
        line.partition("==")[0] for line in locked if "==" in line and line[0].isalpha()
    } <= names
    references = [each["bom-ref"] for each in components]
    assert len(references) == len(set(references))


def test_what_is_shipped_is_told_from_what_only_builds() -> None:
    components = json.loads(sbom_text(paths.PROJECT, TOOLCHAIN))["components"]
    shipped = {each["name"] for each in components if each["scope"] == "required"}
    assert shipped == {"CPython", FIRST_RUNTIME, "pyodide", "qr", *(part.name for part in PARTS)}
    assert all(each["licenses"] for each in components if each["scope"] == "required")


def test_the_same_locks_give_the_same_bytes() -> None:
    assert sbom_text(paths.PROJECT, TOOLCHAIN) == sbom_text(paths.PROJECT, TOOLCHAIN)


def test_each_linked_part_has_its_notice() -> None:
    text = licence_text(TOOLCHAIN)
    for part in PARTS:
        assert part.source in text
        assert (TEXTS / part.file).read_text("utf-8") in text


def test_no_text_lies_unused() -> None:
    used = {"MPL-2.0.txt", "PSF-2.0.txt", "micropython.txt", *(part.file for part in PARTS)}
    assert {file.name for file in TEXTS.iterdir()} == used
