"""The page of data changes, which the feed points to."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.guide_views import GroupView, anchor
from generator.paging.page import Page
from generator.policy.guide.changelog import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesBody:
    """The changes by year, newest first, each under its anchor."""

    years: tuple[GroupView[tuple[str, Change]], ...]


def changes_page(policy: PolicyText) -> Page:
    """The page of all changes."""
    changes = policy.guide.changes
    years = dict.fromkeys(change.on.year for change in changes)
    return Page(
        address=addresses.CHANGES,
        template="pages/changes.html.j2",
        title="数据变化",
        description="本站的数据什么时候改过、改了什么；可以用订阅源跟着看。",
        body=ChangesBody(
            years=tuple(
                GroupView(
                    code=f"year-{year}",
                    title=f"{year} 年",
                    says="",
                    entries=tuple(
                        (anchor(change.code), change)
                        for change in changes
                        if change.on.year == year
                    ),
                )
                for year in years
            )
        ),
    )
