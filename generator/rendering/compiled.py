"""Templates as they were compiled, and what else is read for them: only what says something else is made anew, by later builds too."""

from collections.abc import Callable
from pathlib import Path
from typing import override

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.kept import keep, kept, key_of, recall

_NAME = "template"


class CompiledTemplates(BytecodeCache):
    """Compiled templates by what they say: in memory for as long as the process goes on, and in the folder ``cache``."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache / "templates"
        self._kept: dict[str, bytes] = {}

    def kept(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of this name and key, kept as the templates are."""
        if key not in self._kept:
            self._kept[key] = kept(self._cache, name, key, make)
        return self._kept[key]

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        kept = self._kept.get(key) or recall(self._cache, _NAME, key)
        if kept is not None:
            self._kept[key] = kept
            bucket.bytecode_from_string(kept)

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        key, made = _key(bucket), bucket.bytecode_to_string()
        self._kept[key] = made
        keep(self._cache, _NAME, key, made)


def _key(bucket: Bucket) -> str:
    """What the template is called, what it says, and who compiled it."""
    return key_of(
        bucket.key, bucket.checksum, str(bucket.environment.sandboxed), jinja2.__version__
    )
