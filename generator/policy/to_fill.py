"""What a scaffold writes where only a reader of the new document knows what to say."""

from typing import Final

TO_FILL: Final = "待填"
