"""The pages that stand above all policies, where none of them is at the root of the site: the list of them."""

from collections.abc import Sequence
from pathlib import Path

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.placement import policy_links
from generator.rendering.environment import environment


def pages_above(policies: Sequence[tuple[str, PolicyText]], templates: Path) -> dict[str, str]:
    """The first page of the site and that for addresses with nothing, with ``site:`` links, by their addresses.

    Policies are given with their places; there are no such pages where one is at the root.
    """
    if not policies[0][0]:
        return {}
    template = environment(templates).get_template("pages/policies.html.j2")
    links = policy_links(policies)
    return {
        addresses.HOME: template.render(policies=links, is_found=True),
        addresses.NOT_FOUND: template.render(policies=links, is_found=False),
    }
