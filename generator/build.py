"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator import paths
from generator.checking import load_checked
from generator.kept import sweep_cache
from generator.loading.policies import policies_in
from generator.paging.addresses import CALCULATOR, HOME, NOT_FOUND
from generator.paging.placement import placements
from generator.paging.self_check_page import cases_file
from generator.policy_part import Answered, PolicyPart, engine_facts, with_all_search_words
from generator.rendered_site import site_text
from generator.rendering.gallery import component_names
from generator.rendering.policies import pages_above
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.scorer import Scorer
from generator.serving.headers import HEADERS
from generator.standing import BuildOptions, BuildReport, inputs_key, remember, standing
from generator.writing.assets import collect_assets, hashed_name
from generator.writing.browser_side import (
    NO_BROWSER_SIDE,
    BrowserSide,
    build_browser_sides,
    installed_site,
    offline_file,
    require_answers_of,
)
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import SECURITY, headers_file, security_file
from generator.writing.links import require_links, resolve, root_of
from generator.writing.output import Files, merge
from generator.writing.publish import place_of, publish
from generator.writing.scripts import bundle_guide


def build(options: BuildOptions) -> BuildReport:
    """Builds the site and swaps it in; where the one that stands was made from the same, nothing is done.

    Raises OutputError where ``dist`` holds what no build made, DataErrors for mistakes in the data, BrokenLinksError,
    ProseError and OutputError for those of the site's own texts and templates, EngineBuildError; ``dist`` is then as
    it was.
    """
    key = inputs_key(options)
    before = standing(options, key)
    if before is not None:
        return before
    place_of(options.dist)
    sweep_cache(options.cache)
    answered = _answered(options)
    sides = tuple(NO_BROWSER_SIDE for _ in answered)
    if options.with_engine:
        sides = build_browser_sides(
            [each.scored for each in answered],
            options.templates,
            options.cache,
            stock_runtime=options.stock_runtime,
        )

    assets = collect_assets(options.templates)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    common = {**assets.names, **guide.names}
    parts = [_part(each, side, common, options) for each, side in zip(answered, sides, strict=True)]
    index = search_script(entry for part in parts for entry in part.entries_of_site(len(parts)))
    common[SEARCH_INDEX] = hashed_name(SEARCH_INDEX, index)

    root = root_of(options.base_url)
    files = merge(
        *(_pages(part, common, root) for part in parts),
        _pages_above(answered, options, common, root),
        assets.files,
        guide.files,
        {common[SEARCH_INDEX]: index},
        _together(part.answered.cases.files for part in parts),
        _together(side.files for side in sides),
        discovery_files([part.published for part in parts], options.base_url),
        headers_file(),
        security_file(options.security_contact),
    )
    if options.with_engine:
        files = _with_offline(files, parts, options)
    require_links(files, {NOT_FOUND: root})
    output = merge(files, siblings(files, options.cache / "compressed"))
    publish(output, options.dist, require=require_answers_of(sides))
    report = BuildReport(
        pages=sum(len(part.text.pages) for part in parts),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )
    remember(options, key, report)
    return report


def _answered(options: BuildOptions) -> list[Answered]:
    """All policies of the data, checked, each with what answers requests and its cases."""
    name = options.shown or options.policy_data.as_posix()
    placed = policies_in(options.policy_data, name, options.cache)
    policies = with_all_search_words(
        [load_checked(each.folder, shown=each.shown, cache=options.cache) for each in placed]
    )
    places = [each.place for each in placed]
    answered = []
    for policy, placement in zip(
        policies, placements(list(zip(places, policies, strict=True))), strict=True
    ):
        score_json = Scorer(policy.scoring).score_json
        cases = cases_file(policy.cases, score_json)
        answered.append(
            Answered(policy=policy, placement=placement, score_json=score_json, cases=cases)
        )
    return answered


def _part(
    answered: Answered, side: BrowserSide, common: Mapping[str, str], options: BuildOptions
) -> PolicyPart:
    """The pages of a policy as text."""
    names = {**common, **side.names}
    text = site_text(
        answered.policy,
        answered.score_json,
        engine_facts(answered, side),
        templates=options.templates,
        assets=names,
        components=component_names(options.templates) if options.with_gallery else (),
        base_url=options.base_url,
        placement=answered.placement,
    )
    html = text.html()
    return PolicyPart(
        answered=answered, side=side, text=text, html=html, entries=text.entries(html)
    )


def _pages(part: PolicyPart, common: Mapping[str, str], root: str) -> Files:
    """The pages of a policy with all links made, by their addresses in the site."""
    names = {**common, **part.side.names}
    place = part.answered.placement.place
    return {
        place + address: resolve(
            address, text, names, root=root if address == NOT_FOUND else "", place=place
        ).encode()
        for address, text in part.html.items()
    }


def _pages_above(
    answered: Sequence[Answered], options: BuildOptions, names: Mapping[str, str], root: str
) -> Files:
    """The pages above all policies; none where a policy is at the root."""
    html = pages_above(
        [(each.placement.place, each.policy) for each in answered], options.templates
    )
    return {
        address: resolve(address, text, names, root=root if address == NOT_FOUND else "").encode()
        for address, text in html.items()
    }


def _with_offline(
    files: Files, parts: Sequence[PolicyPart], options: BuildOptions
) -> dict[str, bytes]:
    """The files, with those that make the site work without a network."""
    offline = [
        offline_file(part.side, part.text.offline(part.html, part.entries), options.templates)
        for part in parts
    ]
    files = merge(files, *offline)
    online_only = (
        *(part.side.offline for part in parts),
        *(part.answered.cases.address for part in parts),
        *(HEADERS, NOT_FOUND, SECURITY),
    )
    title = "、".join(part.answered.policy.title for part in parts)
    has_root = not parts[0].answered.placement.place
    installed = installed_site(
        parts[0].side,
        files,
        parts[0].answered.policy.title if has_root else title,
        CALCULATOR if has_root else HOME,
        online_only=online_only,
    )
    return merge(files, installed)


def _together(parts: Iterable[Files]) -> Files:
    """Files that may be the same in several parts: their names tell what they hold."""
    return {address: content for part in parts for address, content in part.items()}
