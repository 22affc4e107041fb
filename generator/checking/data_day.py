"""The day of the data, which is that of the newest change told to readers: does nothing lie behind it?"""

from collections.abc import Iterator
from datetime import date

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic


def data_day(view: View) -> date | None:
    """The day of the newest change; None where the policy tells of none."""
    guide = view.folder.guide
    changes = None if guide is None else guide.changelog.value
    return max((change.on for change in changes or ()), default=None)


def check_data_day(view: View) -> Iterator[Diagnostic]:
    """Sources that were looked at later than the data was made."""
    day = data_day(view)
    for document in () if day is None else view.folder.sources.value or ():
        if day is not None and document.checked_on > day:
            yield Diagnostic(
                code=Code.AFTER_THE_DATA,
                place=view.places.of(document, "checked_on"),
                message=f"{document.code} was looked at on {document.checked_on}, the data is of {day}",
                hint="correct the date, or tell readers in guide/changelog.yaml what was looked at anew",
            )
