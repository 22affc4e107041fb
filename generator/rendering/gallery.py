"""Components with their examples, for the gallery and for tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from ruamel.yaml import YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example of a component, rendered."""

    title: str
    html: Markup


def component_names(templates: Path) -> tuple[str, ...]:
    """All component folders, in order of name."""
    return tuple(
        sorted(folder.name for folder in (templates / "components").iterdir() if folder.is_dir())
    )


def show_component(jinja: Environment, name: str) -> tuple[Example, ...]:
    """The component's examples, each an entry ``{title, with: arguments}`` of its examples file.

    ``inside`` is the text that a component with a body is called around.
    """
    assert isinstance(jinja.loader, FileSystemLoader)
    folder = Path(jinja.loader.searchpath[0]) / "components" / name
    entries = YAML(typ="safe").load(folder / "examples.yaml")
    macro = getattr(jinja.get_template(f"components/{name}/{name}.html.j2").module, name)
    return tuple(
        Example(title=entry["title"], html=macro(**_arguments(entry))) for entry in entries
    )


def _arguments(entry: Mapping[str, Any]) -> dict[str, object]:
    arguments: dict[str, object] = dict(entry.get("with", {}))
    if "inside" in entry:
        arguments["caller"] = lambda: entry["inside"]
    return arguments
