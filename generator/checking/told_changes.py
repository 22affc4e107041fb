"""Is every change of a figure told to readers? The newest change names the figures that it was written for."""

from collections.abc import Iterator

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.loading.data_version import figures_of


def check_told_changes(view: View) -> Iterator[Diagnostic]:
    """Figures that are no longer those of the newest change."""
    guide = view.folder.guide
    changes = None if guide is None else guide.changelog.value
    if not changes:
        return
    newest = max(changes, key=lambda change: change.on)
    figures = figures_of(view.folder)
    if newest.figures == figures:
        return
    what = (
        "the figures of the data are not those that this change was written for"
        if newest.figures
        else "the newest change does not say for which figures it was written"
    )
    yield Diagnostic(
        code=Code.UNTOLD_CHANGE,
        place=view.places.of(newest, "figures" if newest.figures else "code"),
        message=what,
        hint=f"tell readers what changed: a new entry with figures: {figures};"
        " or put it here, where the change is none for them",
    )
