"""Scripts and style sheets without what only their readers need."""

import re
from typing import Final

_COMMENT: Final = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


def compact(text: str) -> str:
    """The text without comments, indents and empty lines. A comment behind code has to be one between ``/*`` and ``*/``."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)
