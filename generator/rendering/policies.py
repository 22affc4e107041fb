"""The pages that stand above all policies, where the one at the root has none such of its own."""

from collections.abc import Sequence
from pathlib import Path

from generator.paging import addresses
from generator.paging.placement import Introduced, name_of_site, policy_links
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import environment


def pages_above(
    policies: Sequence[Introduced], templates: Path, compiled: CompiledTemplates
) -> dict[str, str]:
    """The page for addresses with nothing and, where no policy is at the root, the list of all.

    They have ``site:`` links and stand by their addresses.
    """
    template = environment(templates, compiled, site_name=name_of_site(policies)).get_template(
        "pages/policies.html.j2"
    )
    links = policy_links(policies)
    pages = {addresses.NOT_FOUND: template.render(policies=links, said="not_found")}
    if policies[0].place:
        pages[addresses.HOME] = template.render(policies=links, said="title")
    return pages


def page_not_kept(
    policies: Sequence[Introduced], templates: Path, compiled: CompiledTemplates
) -> dict[str, str]:
    """The page that is shown without a network in the place of one that this browser doesn't keep."""
    template = environment(templates, compiled, site_name=name_of_site(policies)).get_template(
        "pages/policies.html.j2"
    )
    links = policy_links(policies)
    return {addresses.NOT_KEPT: template.render(policies=links, said="not_kept")}
