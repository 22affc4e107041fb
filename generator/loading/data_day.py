"""The day of the data: no clock tells what is in force while a site is built, the data itself does."""

from collections.abc import Iterable
from datetime import date

from generator.policy.guide.changelog import Change
from generator.policy.sources import Document


def data_day(changes: Iterable[Change], documents: Iterable[Document]) -> date:
    """The day of the newest change told to readers; where none is told, the last on which a document was looked at."""
    told = max((change.on for change in changes), default=None)
    return told or max((document.checked_on for document in documents), default=date.max)
