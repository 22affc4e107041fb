"""What a built site has beside its pages: engines, scripts, styles; made when the work begins and kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import paths
from generator.building.listed_part import Listed
from generator.building.policies_of_site import policies_of_site
from generator.building.policy_part import Answered, engine_facts
from generator.paging.compose import EngineFacts
from generator.standing import BuildOptions
from generator.writing.assets import Assets
from generator.writing.browser_side import NO_BROWSER_SIDE, BrowserSide, build_browser_sides
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

    answered: tuple[Answered, ...]
    listed: tuple[Listed, ...]
    by_place: Mapping[str, Engine]
    guide: Assets
    files: Files
    """All files, by their addresses."""


def make_engines(options: BuildOptions) -> Engines:
    """Engines of all policies. Raises DataErrors for mistakes in the data, EngineBuildError for those in scripts."""
    answered, listed = policies_of_site(options)
    return _engines(tuple(answered), tuple(listed), options)


def with_new_scripts(engines: Engines, options: BuildOptions) -> Engines:
    """The same engines with the browser's scripts as they are now. Raises EngineBuildError."""
    return _engines(engines.answered, engines.listed, options)


def _engines(
    answered: tuple[Answered, ...], listed: tuple[Listed, ...], options: BuildOptions
) -> Engines:
    policies: tuple[Answered | Listed, ...] = (*answered, *listed)
    sides = tuple(NO_BROWSER_SIDE for _ in policies)
    if options.with_engine:
        sides = build_browser_sides(
            [each.scored for each in policies],
            options.templates,
            options.cache,
            stock_runtime=options.stock_runtime,
            first_gear=options.first_gear,
        )
    # The single file is made by a build alone.
    sides = tuple(replace(side, offline="") for side in sides)
    by_place: dict[str, Engine] = {}
    for each, side in zip(policies, sides, strict=True):
        facts = engine_facts(each, side) if isinstance(each, Answered) else None
        scores_by = each.policy.scoring_text
        by_place[each.placement.place] = Engine(side=side, facts=facts, scores_by=scores_by)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    files = dict(guide.files)
    for part in (*(each.cases.files for each in answered), *(side.files for side in sides)):
        files.update(part)
    return Engines(answered=answered, listed=listed, by_place=by_place, guide=guide, files=files)
