"""The state of a question that nobody has answered: neither None nor zero."""

from enum import Enum
from typing import Final


class Unanswered(Enum):
    """Its one value stands for an answer that is missing."""

    UNANSWERED = "unanswered"


UNANSWERED: Final = Unanswered.UNANSWERED
