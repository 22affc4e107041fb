"""What several pages of the guide show alike: an entry's basis, its worked examples, links to indicators."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.paging.editions import ScoredEdition
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.guide.entries import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a place of the site."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView[Entry]:
    """A heading with its entries."""

    code: str
    title: str
    says: str
    entries: tuple[Entry, ...]


def grouped_views[Entry](
    groups: Iterable[Group], entries: Iterable[tuple[str, Entry]]
) -> tuple[GroupView[Entry], ...]:
    """The groups in their order, each with those entries that name it."""
    named = tuple(entries)
    return tuple(
        GroupView(
            code=group.code,
            title=group.title,
            says=group.says,
            entries=tuple(entry for code, entry in named if code == group.code),
        )
        for group in groups
    )


def anchor(code: str) -> str:
    """A code as it stands in an address: ``before_school`` → ``before-school``."""
    return code.replace("_", "-")


def indicator_links(codes: Iterable[str], edition: ScoredEdition) -> tuple[Link, ...]:
    """Links to the pages of those of these indicators that the edition has."""
    views = (edition.indicators[code] for code in codes if code in edition.indicators)
    return tuple(Link(title=view.title, address=view.address) for view in views)


def examples_of(
    names: Iterable[str], owner: str, examples: WorkedExamples
) -> tuple[WorkedExample, ...]:
    """The worked examples of these cases, with anchors of their owner's: a page may show a case twice."""
    return tuple(
        replace(examples.named(name), anchor=f"{anchor(owner)}-{number}")
        for number, name in enumerate(names, start=1)
    )
