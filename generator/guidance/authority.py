"""What the authority behind a statement is called."""

from collections.abc import Mapping
from typing import Final

AUTHORITY: Final[Mapping[str, str]] = {
    "text": "条文",
    "practice": "通常做法",
    "inference": "本站推断",
}
