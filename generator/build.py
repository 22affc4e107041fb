"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator import paths
from generator.kept import sweep_cache
from generator.paging.addresses import CALCULATOR, HOME, NOT_FOUND
from generator.paging.placement import Introduced
from generator.policies_of_site import policies_of_site
from generator.policy_part import (
    Answered,
    PolicyPart,
    engine_facts,
    introduced,
)
from generator.rendered_site import site_text
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import site_name
from generator.rendering.gallery import component_names
from generator.rendering.policies import pages_above
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.serving.headers import HEADERS
from generator.standing import BuildOptions, BuildReport, inputs_key, remember, standing
from generator.writing.assets import collect_assets, hashed_name
from generator.writing.browser_side import (
    NO_BROWSER_SIDE,
    BrowserSide,
    build_browser_sides,
    installed_site,
    offline_file,
)
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import SECURITY, headers_file, security_file
from generator.writing.links import require_links, resolve, root_of
from generator.writing.output import Files, merge
from generator.writing.proof import require_answers_of
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
    answered, listed = policies_of_site(options)
    sides = tuple(NO_BROWSER_SIDE for _ in (*answered, *listed))
    if options.with_engine:
        sides = build_browser_sides(
            [*(each.scored for each in answered), *(each.scored for each in listed)],
            options.templates,
            options.cache,
            stock_runtime=options.stock_runtime,
            first_gear=options.first_gear,
        )

    assets = collect_assets(options.templates)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    common = {**assets.names, **guide.names}
    parts = [
        _part(each, side, common, options) for each, side in zip(answered, sides, strict=False)
    ]
    lists = tuple(zip(listed, sides[len(answered) :], strict=True))
    index = search_script(
        [
            *(entry for part in parts for entry in part.entries_of_site(len(sides))),
            *(entry for each in listed for entry in each.entries()),
        ]
    )
    common[SEARCH_INDEX] = hashed_name(SEARCH_INDEX, index)

    policies = [
        *(introduced(each.policy, each.placement.place) for each in answered),
        *(introduced(each.policy, each.placement.place) for each in listed),
    ]
    is_at_root = any(NOT_FOUND in part.html for part in parts)
    root = root_of(options.base_url)
    files = merge(
        *(
            _pages(part.html, part.answered.placement.place, {**common, **part.side.names}, root)
            for part in parts
        ),
        *(
            _pages(
                each.page(side, options.templates, {**common, **side.names}, options.base_url),
                each.placement.place,
                {**common, **side.names},
                root,
            )
            for each, side in lists
        ),
        _pages({} if is_at_root else pages_above(policies, options.templates), "", common, root),
        assets.files,
        guide.files,
        {common[SEARCH_INDEX]: index},
        _together(part.answered.cases.files for part in parts),
        _together(side.files for side in sides),
        discovery_files(
            [*(part.published for part in parts), *(each.published for each in listed)],
            options.base_url,
        ),
        headers_file(),
        security_file(options.security_contact),
    )
    if options.with_engine:
        files = _with_offline(files, parts, policies, sides[0], options)
    require_links(files, {NOT_FOUND: root})
    output = merge(files, siblings(files, options.cache / "compressed"))
    publish(output, options.dist, require=require_answers_of(sides))
    report = BuildReport(
        pages=sum(len(part.text.pages) for part in parts) + len(listed),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )
    remember(options, key, report)
    return report


def _part(
    answered: Answered, side: BrowserSide, common: Mapping[str, str], options: BuildOptions
) -> PolicyPart:
    """The pages of a policy as text."""
    names = {**common, **side.names}
    has_gallery = options.with_gallery and not answered.placement.place
    text = site_text(
        answered.policy,
        answered.score_json,
        engine_facts(answered, side),
        templates=options.templates,
        assets=names,
        components=component_names(options.templates) if has_gallery else (),
        base_url=options.base_url,
        placement=answered.placement,
        compiled=CompiledTemplates(options.cache),
    )
    html = text.html()
    return PolicyPart(
        answered=answered, side=side, text=text, html=html, entries=text.entries(html)
    )


def _pages(
    html: Mapping[str, str], place: str, names: Mapping[str, str], root: str
) -> dict[str, bytes]:
    """Pages with all links made, by their addresses in the site."""
    return {
        place + address: resolve(
            address, text, names, root=root if address == NOT_FOUND else "", place=place
        ).encode()
        for address, text in html.items()
    }


def _with_offline(
    files: Files,
    parts: Sequence[PolicyPart],
    policies: Sequence[Introduced],
    side: BrowserSide,
    options: BuildOptions,
) -> dict[str, bytes]:
    """The files, with those that make the site work without a network; it begins where its first policy does."""
    offline = [
        offline_file(part.side, part.text.offline(part.html, part.entries), options.templates)
        for part in parts
        if part.side.offline
    ]
    files = merge(files, *offline)
    online_only = (
        *(part.side.offline for part in parts),
        *(part.answered.cases.address for part in parts),
        *(HEADERS, NOT_FOUND, SECURITY),
    )
    has_root = not policies[0].place
    title = policies[0].title if has_root else "、".join(policy.title for policy in policies)
    start = CALCULATOR if has_root and CALCULATOR in files else HOME
    installed = installed_site(
        side,
        files,
        site=site_name(options.templates),
        title=title,
        start=start,
        online_only=online_only,
    )
    return merge(files, installed)


def _together(parts: Iterable[Files]) -> Files:
    """Files that may be the same in several parts: their names tell what they hold."""
    return {address: content for part in parts for address, content in part.items()}
