"""Style sheet and pictures under names that carry the hash of their content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.compact import compact
from generator.writing.marked import marked
from generator.writing.output import Files

_HASH_LENGTH = 12
_TEXTS = frozenset({".css", ".js"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """``files`` to write, and ``names``: the address that templates use → the hashed one."""

    files: Files
    names: Mapping[str, str]


def collect_assets(templates: Path) -> Assets:
    """The style sheet and the files that lie in ``assets`` itself; its folders are made by others."""
    contents = {"assets/site.css": marked(stylesheet(templates))}
    for entry in sorted((templates / "assets").iterdir()):
        if entry.is_file():
            is_text = entry.suffix in _TEXTS
            content = marked(entry.read_text("utf-8")) if is_text else entry.read_bytes()
            contents[f"assets/{entry.name}"] = content
    names = {name: hashed_name(name, content) for name, content in contents.items()}
    return Assets(files={names[name]: content for name, content in contents.items()}, names=names)


def stylesheet(templates: Path) -> str:
    """``assets/css/*.css``, then each component's, in order of name, without comments and indents."""
    sheets = [
        *sorted((templates / "assets" / "css").glob("*.css")),
        *sorted((templates / "components").glob("*/*.css")),
    ]
    return compact("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)) + "\n"


def hashed_name(address: str, content: bytes) -> str:
    """``assets/site.css`` → ``assets/site.0123456789ab.css``."""
    path = PurePosixPath(address)
    digest = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))
