"""Components with their examples, for the gallery and for tests."""

from collections.abc import Callable, Mapping
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


class ExampleError(Exception):
    """An example of a component can't be shown; its cause says why."""

    def __init__(self, component: str, title: str) -> None:
        super().__init__(f"the example “{title}” of {component}")
        self.component = component
        self.title = title


def component_names(templates: Path) -> tuple[str, ...]:
    """All component folders, in order of name."""
    return tuple(
        sorted(folder.name for folder in (templates / "components").iterdir() if folder.is_dir())
    )


def show_component(jinja: Environment, name: str) -> tuple[Example, ...]:
    """The component's examples, each an entry ``{title, with: arguments}`` of its examples file.

    ``inside`` is the text that a component with a body is called around. Raises ExampleError.
    """
    assert isinstance(jinja.loader, FileSystemLoader)
    folder = Path(jinja.loader.searchpath[0]) / "components" / name
    entries = YAML(typ="safe").load(folder / "examples.yaml")
    return tuple(_example(jinja, name, entry) for entry in entries)


def _example(jinja: Environment, name: str, entry: Mapping[str, Any]) -> Example:
    try:
        template = jinja.get_template(f"components/{name}/{name}.html.j2")
        macro: Callable[..., Markup] = getattr(template.module, name)
        return Example(title=entry["title"], html=macro(**_arguments(entry)))
    except Exception as error:
        raise ExampleError(name, entry["title"]) from error


def _arguments(entry: Mapping[str, Any]) -> dict[str, object]:
    arguments: dict[str, object] = dict(entry.get("with", {}))
    if "inside" in entry:
        arguments["caller"] = lambda: entry["inside"]
    return arguments
