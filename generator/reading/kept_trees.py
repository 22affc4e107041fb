"""The trees of files that were read before: kept by what the file says, so that only changed files are parsed again.

Parsing YAML is most of a check. A tree is kept as JSON in a folder named after the code that made it; only sound
files are kept, and what can't be read from there is parsed.
"""

import json
import os
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

import ruamel.yaml

from generator.diagnostics import Diagnostic, Place, Source
from generator.reading.nodes import Entry, Hole, Listing, Node, Scalar, Table
from generator.reading.text_files import TextFile
from generator.reading.yaml_files import parse_yaml

MOST = 2000
"""Trees that are kept; one more, and all are dropped."""

_MAKERS = ("kept_trees.py", "nodes.py", "yaml_files.py")

type Plain = list["Plain"] | str | int | bool


class KeptTrees:
    """Parses files as ``parse_yaml`` does, and looks first whether that was done before."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = None if folder is None else folder / "trees" / _version()

    def parse(self, file: TextFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """The one document of the file; None where it has none, and all mistakes."""
        if self._folder is None:
            return parse_yaml(file)
        kept = self._folder / f"{sha256(file.text.encode()).hexdigest()}.json"
        try:
            return _node(json.loads(kept.read_bytes()), file.source), ()
        except (OSError, ValueError):
            pass
        node, mistakes = parse_yaml(file)
        if node is not None and not mistakes:
            _keep(kept, json.dumps(_plain(node), ensure_ascii=False, separators=(",", ":")))
        return node, mistakes


def _version() -> str:
    """Names the code that makes trees."""
    made_by = sha256(ruamel.yaml.__version__.encode())
    for name in _MAKERS:
        made_by.update((Path(__file__).parent / name).read_bytes())
    return made_by.hexdigest()[:16]


def _keep(kept: Path, text: str) -> None:
    """Write a tree whole or not at all; where nothing can be written, nothing is kept."""
    folder = kept.parent
    try:
        if not folder.exists():
            rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
        if sum(1 for _ in folder.iterdir()) >= MOST:
            rmtree(folder, ignore_errors=True)
            folder.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(text, "utf-8")
        part.replace(kept)
    except OSError:
        return


def _plain(node: Node) -> Plain:
    place = node.place
    where: list[Plain] = [place.line, place.column, place.length]
    match node:
        case Scalar():
            return [*where, node.text, node.plain]
        case Listing():
            return [*where, [_plain(item) for item in node.items]]
        case Table():
            pairs = [_plain(part) for entry in node.entries for part in (entry.key, entry.value)]
            return [*where, pairs, True, True]
        case Hole():
            raise ValueError(place)


def _node(plain: Plain, source: Source) -> Node:
    """The tree again; raises ValueError for anything that ``_plain`` does not make."""
    match plain:
        case [int(line), int(column), int(length), *rest]:
            place = Place(source=source, line=line, column=column, length=length)
        case _:
            raise ValueError(plain)
    match rest:
        case [str(text), bool(is_plain)]:
            return Scalar(place=place, text=text, plain=is_plain)
        case [list(items)]:
            return Listing(place=place, items=tuple(_node(item, source) for item in items))
        case [list(parts), True, True]:
            nodes = [_node(part, source) for part in parts]
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            return Table(place=place, entries=tuple(_entry(key, value) for key, value in pairs))
        case _:
            raise ValueError(plain)


def _entry(key: Node, value: Node) -> Entry:
    if not isinstance(key, Scalar):
        raise ValueError(key)  # noqa: TRY004  -- a spoilt file, like any other
    return Entry(key=key, value=value)
