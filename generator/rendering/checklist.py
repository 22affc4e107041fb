"""The page of a policy without points as text, and what the search finds on it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.loading.checklist import Checklist
from generator.paging import addresses
from generator.paging.checklist_page import ChecklistBody
from generator.paging.page import SearchGroup
from generator.paging.placement import Placement
from generator.policy.checklist import ChecklistFile
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import environment
from generator.rendering.search_index import Entry


def render_checklist(
    file: ChecklistFile,
    body: ChecklistBody,
    placement: Placement,
    templates: Path,
    compiled: CompiledTemplates,
    *,
    assets: Collection[str],
    address: str,
) -> str:
    """The page with ``site:`` links; ``address`` is its own on the web, empty where that is not known."""
    return (
        environment(templates, compiled, site_name=placement.site_name)
        .get_template("pages/checklist.html.j2")
        .render(policy=file, body=body, placement=placement, assets=assets, address=address)
    )


def checklist_entries(policy: Checklist) -> Iterator[Entry]:
    """Each condition as a section that can be found, in the order of the page."""
    for group in policy.file.condition_groups:
        for condition in policy.conditions:
            if condition.group == group.code:
                yield Entry(
                    group=SearchGroup.CLAUSES.value,
                    title=condition.title,
                    page=policy.file.title,
                    address=f"{addresses.HOME}#condition-{condition.code}",
                    text=condition.says,
                )
