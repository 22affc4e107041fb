"""Templates as they were compiled: only those that say something else are compiled anew, by later builds too."""

from pathlib import Path
from typing import override

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.kept import keep, key_of, recall

_NAME = "template"


class CompiledTemplates(BytecodeCache):
    """Compiled templates by what they say: in memory for as long as the process goes on, and in the folder ``cache``."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache / "templates"
        self._kept: dict[str, bytes] = {}

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
