"""The JSON Schemas beside the documentation are those of the declarations, and the data fits them.

``make schema`` writes them anew.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator import paths
from generator.loading.checklist import CONDITIONS
from generator.policy.plain import Plain, plain_of
from generator.policy.schema import schemas, text_of
from generator.reading import parse_yaml, read_text
from tests.diagnostics.patching import TOY_POLICY
from tests.policies import TOY_CHECKLIST

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
SCHEMAS = schemas()


def name_for(file: Path) -> str:
    """The schema of a data file."""
    if all((file.parent / name).exists() for name in (CONDITIONS, "policy.yaml")):
        return {"policy": "checklist", "cases": "checklist_cases"}.get(file.stem, file.stem)
    if file.parent.name in {"cases", "conditions"}:
        return file.parent.name.removesuffix("s") if file.parent.name == "conditions" else "cases"
    return "indicator" if file.parents[1].name == "indicators" else file.stem


def data_files() -> list[Path]:
    policies = (
        TOY_POLICY,
        TOY_CHECKLIST,
        *(file.parent for file in paths.POLICY_DATA.rglob("policy.yaml")),
    )
    return [file for policy in policies for file in sorted(policy.rglob("*.yaml"))]


def test_each_schema_is_the_one_of_its_declaration() -> None:
    written = {file.stem: file.read_text("utf-8") for file in FOLDER.glob("*.json")}
    assert written == {name: text_of(schema) for name, schema in SCHEMAS.items()}


@pytest.mark.parametrize("file", data_files(), ids=lambda file: "/".join(file.parts[-4:]))
def test_a_file_of_the_data_fits_its_schema(file: Path) -> None:
    text, _ = read_text(file, file.name)
    assert text is not None
    node, _ = parse_yaml(text)
    assert node is not None
    assert list(misfits(plain_of(node), SCHEMAS[name_for(file)], "")) == []


@pytest.mark.parametrize(
    "file", sorted(paths.POLICY_DATA.rglob("*.yaml")), ids=lambda file: "/".join(file.parts[-4:])
)
def test_the_schema_that_a_file_of_the_data_names_for_editors_is_its_own(file: Path) -> None:
    """A file may leave the line out: editors then complete nothing, and nothing is wrong."""
    first = file.read_text("utf-8").split("\n", 1)[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    if named == first:
        return
    assert (file.parent / named).resolve() == FOLDER / f"{name_for(file)}.json"


def test_a_slip_does_not_fit() -> None:
    slips: tuple[Plain, ...] = (
        {"indicator": "age", "titel": "年龄"},
        {"rule": {"kind": "bends"}},
        [],
    )
    for slip in slips:
        assert list(misfits(slip, SCHEMAS["indicator"], ""))


def misfits(value: Plain, schema: dict[str, Any], path: str) -> Iterator[str]:
    """What of a value does not fit; knows only what our schemas say."""
    for key, wanted in schema.items():
        if not _fits(key, wanted, value, schema):
            yield f"{path or '/'}: {key} {wanted}"
    if isinstance(value, dict):
        for name, inner in value.items():
            own = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            if isinstance(own, dict):
                yield from misfits(inner, own, f"{path}/{name}")
    if isinstance(value, list) and "items" in schema:
        for position, inner in enumerate(value):
            yield from misfits(inner, schema["items"], f"{path}/{position}")


def _fits(key: str, wanted: Any, value: Plain, schema: dict[str, Any]) -> bool:  # noqa: ANN401
    match key:
        case "type":
            is_flag = isinstance(value, bool)
            return isinstance(value, TYPES[wanted]) and is_flag is (wanted == "boolean")
        case "enum":
            return value in list(wanted)
        case "const":
            return bool(value == wanted)
        case "pattern":
            return not isinstance(value, str) or re.search(wanted, value) is not None
        case "minimum" | "maximum" | "exclusiveMinimum":
            return not isinstance(value, int | str) or _is_within(key, Decimal(wanted), value)
        case "minLength" | "minItems":
            return not isinstance(value, str | list) or len(value) >= int(wanted)
        case "maxItems":
            return not isinstance(value, list) or len(value) <= int(wanted)
        case "required":
            return isinstance(value, dict) and value.keys() >= set(wanted)
        case "additionalProperties" if wanted is False:
            return not isinstance(value, dict) or value.keys() <= schema["properties"].keys()
        case "propertyNames":
            names = value if isinstance(value, dict) else {}
            return all(re.search(wanted["pattern"], name) for name in names)
        case "anyOf":
            return any(not list(misfits(value, each, "")) for each in wanted)
        case "allOf":
            return all(not list(misfits(value, each, "")) for each in wanted)
        case "not":
            return bool(list(misfits(value, wanted, "")))
        case _:
            return True


def _is_within(key: str, end: Decimal, value: str | int) -> bool:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", str(value)):
        return True
    number = Decimal(value)
    return {"minimum": number >= end, "maximum": number <= end}.get(key, number > end)


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, str),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}
"""As ``plain_of`` gives them: exact decimals are text."""
