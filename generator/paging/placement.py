"""Where a policy stands among those of the site, and how its pages lead to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.paging import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyLink:
    """A policy on the list of all; ``address`` is seen from the page with the list."""

    title: str
    says: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A policy's place, and the list of all policies where there are several."""

    place: str = ""
    """What stands before the addresses of its pages, such as ``toy-town/``; empty at the root of the site."""
    site_name: str = ""
    """What the site is called; empty where that is not known."""
    all_policies: str = ""
    """The address of the list, as seen from its own pages; empty where there is no other policy."""
    others: tuple[PolicyLink, ...] = ()
    """Those that its first page lists: that at the root has the list."""


ALONE = Placement()
"""A policy that has the site for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A policy with its place, and what the list of all says of it."""

    place: str
    title: str
    says: str
    site: str = ""
    """What it calls the site; empty where it says nothing."""


def name_of_site(policies: Sequence[Introduced]) -> str:
    """What the site is called: by the first policy that says it, else like the first one."""
    return next((policy.site for policy in policies if policy.site), policies[0].title)


def placements(policies: Sequence[Introduced]) -> tuple[Placement, ...]:
    """The placement of each policy; the one at the root, where there is one, comes first."""
    site_name = name_of_site(policies)
    if len(policies) == 1:
        return (Placement(site_name=site_name),)
    has_root = not policies[0].place
    listed = f"{addresses.HOME}#policies" if has_root else addresses.HOME
    return tuple(
        Placement(
            place=policy.place,
            site_name=site_name,
            all_policies=addresses.up_from(policy.place) + listed,
            others=() if policy.place else policy_links(policies[1:]),
        )
        for policy in policies
    )


def policy_links(policies: Sequence[Introduced]) -> tuple[PolicyLink, ...]:
    """Links to the first pages of these policies, from the root of the site."""
    return tuple(
        PolicyLink(title=policy.title, says=policy.says, address=policy.place + addresses.HOME)
        for policy in policies
    )
