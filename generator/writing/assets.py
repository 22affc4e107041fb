"""Style sheet, scripts and pictures under names that carry the hash of their content.

A folder of script modules is hashed as a whole and keeps its inner names, so that the modules import
each other by plain relative paths and need no bundler.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.writing.output import Files

_HASH_LENGTH = 12
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """``files`` to write, and ``names``: the address that templates use → the hashed one."""

    files: Files
    names: Mapping[str, str]


def collect_assets(templates: Path, *, leave_out: frozenset[str] = frozenset()) -> Assets:
    """All assets of a template folder; ``leave_out`` names folders of ``assets/`` that others write."""
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    sheet = stylesheet(templates)
    names["assets/site.css"] = hashed_name("assets/site.css", sheet)
    files[names["assets/site.css"]] = sheet
    for entry in sorted((templates / "assets").iterdir()):
        if entry.name == "css" or entry.name in leave_out:
            continue
        if entry.is_dir():
            modules = _modules(entry)
            folder = hashed_name(f"assets/{entry.name}", _joined(modules))
            for name, content in modules.items():
                files[f"{folder}/{name}"] = content
                names[f"assets/{entry.name}/{name}"] = f"{folder}/{name}"
        else:
            content = entry.read_bytes()
            name = f"assets/{entry.name}"
            names[name] = hashed_name(name, content)
            files[names[name]] = content
    return Assets(files=files, names=names)


def stylesheet(templates: Path) -> bytes:
    """``assets/css/*.css``, then each component's, in order of name, without comments and indents."""
    sheets = [
        *sorted((templates / "assets" / "css").glob("*.css")),
        *sorted((templates / "components").glob("*/*.css")),
    ]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return ("\n".join(line for line in lines if line) + "\n").encode()


def hashed_name(address: str, content: bytes) -> str:
    """``assets/site.css`` → ``assets/site.0123456789ab.css``."""
    path = PurePosixPath(address)
    digest = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))


def _modules(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder).as_posix()): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _joined(files: Files) -> bytes:
    return b"".join(
        name.encode() + b"\0" + hashlib.sha256(content).digest() for name, content in files.items()
    )
