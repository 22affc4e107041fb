"""What a built site has beside its pages: engines, scripts, styles; made when the work begins and kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import paths
from generator.building.policies_of_site import PoliciesOfSite, policies_of_site
from generator.building.policy_part import Answered, engine_facts
from generator.paging.compose import EngineFacts
from generator.standing import BuildOptions
from generator.writing.assets import Assets
from generator.writing.browser_side import BrowserSide
from generator.writing.engine.toolchain import Toolchain
from generator.writing.output import Files
from generator.writing.scripts import bundle_guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The engine of one policy: what its pages know of it, and the policy that it scores by."""

    side: BrowserSide
    facts: EngineFacts | None
    """None for a policy without points."""
    scores_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """The policies as they were when the engines were made, the engines by place in the site, and the guide's script."""

    policies: PoliciesOfSite
    by_place: Mapping[str, Engine]
    guide: Assets
    files: Files
    """All files, by their addresses."""


def make_engines(options: BuildOptions) -> Engines:
    """Engines of all policies. Raises DataErrors for mistakes in the data, EngineBuildError for those in scripts."""
    return _engines(policies_of_site(options), options)


def with_new_scripts(engines: Engines, options: BuildOptions) -> Engines:
    """The same engines with the browser's scripts as they are now. Raises EngineBuildError."""
    return _engines(engines.policies, options)


def _engines(policies: PoliciesOfSite, options: BuildOptions) -> Engines:
    by_place: dict[str, Engine] = {}
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    files = dict(guide.files)
    sides = policies.sides(options)
    for each in policies.all:
        # The single file is made by a build alone.
        side = replace(sides[each.placement.place], offline="")
        facts = None
        if isinstance(each, Answered):
            facts = engine_facts(each, side)
            files |= each.cases.files
        files |= side.files
        scores_by = each.policy.scoring_text
        by_place[each.placement.place] = Engine(side=side, facts=facts, scores_by=scores_by)
    return Engines(policies=policies, by_place=by_place, guide=guide, files=files)
