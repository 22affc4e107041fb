"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from generator import paths
from generator.building.kept_site import KeptSite
from generator.building.linked_part import linked_part
from generator.building.listed_part import Listed
from generator.building.made_pages import MadePages, document_of, made_pages
from generator.building.offline_site import found_in_single_files, installed, single_files
from generator.building.policies_of_site import policies_of_site
from generator.building.policy_part import Answered, PolicyPart, engine_facts, introduced
from generator.building.rendered_site import site_text
from generator.kept import sweep_cache
from generator.paging.addresses import NOT_FOUND
from generator.paging.placement import Introduced
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.gallery import component_names
from generator.rendering.policies import pages_above
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.standing import BuildOptions, BuildReport, Inputs, inputs_of, remember, standing
from generator.writing.assets import Assets, collect_assets, hashed_name
from generator.writing.browser_side import NO_BROWSER_SIDE, BrowserSide, build_browser_sides
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import headers_file, security_file
from generator.writing.links import require_links, resolved, root_of
from generator.writing.output import Files, merge
from generator.writing.proof import require_answers_of
from generator.writing.publish import place_of, publish
from generator.writing.scripts import bundle_guide


def build(options: BuildOptions, inputs: Inputs | None = None) -> BuildReport:
    """Builds the site and swaps it in; where the one that stands was made from the same, nothing is done.

    Raises OutputError where ``dist`` holds what no build made, DataErrors for mistakes in the data, BrokenLinksError,
    ProseError and OutputError for those of the site's own texts and templates, EngineBuildError; ``dist`` is then as
    it was. ``inputs`` are what it is to be made from, where that was looked up already.
    """
    inputs = inputs or inputs_of(options)
    before = standing(options, inputs.key)
    if before is not None:
        return before
    place_of(options.dist)
    sweep_cache(options.cache)
    kept = KeptSite(options.cache, inputs.but_texts)

    answered, listed = policies_of_site(options, kept)
    sides = _browser_sides(answered, listed, options)
    shared = _shared(options)
    made_before = [kept.pages(each.placement.place) for each in answered]
    parts = [
        _part(each, side, shared.names, before, options)
        for each, side, before in zip(answered, sides, made_before, strict=False)
    ]
    shared = _with_search(shared, parts, listed)
    root = root_of(options.base_url)
    linked = [
        linked_part(part, shared.names, before, root)
        for part, before in zip(parts, made_before, strict=True)
    ]

    policies = [
        *(introduced(each.policy, each.placement.place) for each in answered),
        *(introduced(each.policy, each.placement.place) for each in listed),
    ]
    files = merge(
        *(each.files for each in linked),
        _pages_of_lists(listed, sides[len(parts) :], shared.names, options),
        _pages_above(parts, policies, shared.names, options),
        shared.files,
        _together(each.cases.files for each in answered),
        _together(side.files for side in sides),
        discovery_files(
            [*(each.published for each in parts), *(each.published for each in listed)],
            options.base_url,
        ),
        headers_file(),
        security_file(options.security_contact),
    )
    if options.with_engine:
        files = merge(files, single_files(parts, options.templates))
        placed = dict(zip(policies, sides, strict=True))
        files = merge(files, installed(files, parts, placed, shared.names, options))
    found = {address: page for each in linked for address, page in each.found.items()}
    require_links(files, {NOT_FOUND: root}, found | found_in_single_files(parts))

    digests = _digests(files, answered)
    still_packed = _together(each.still_packed for each in linked)
    packed = siblings(files, options.cache / "compressed", digests, still_packed)
    output = merge(files, packed)
    publish(output, options.dist, digests=digests, require=require_answers_of(sides))
    for each in linked:
        each.keep(kept, packed)
    report = _report(parts, listed, files, output)
    remember(options, inputs.key, report)
    return report


def _browser_sides(
    answered: Sequence[Answered], listed: Sequence[Listed], options: BuildOptions
) -> tuple[BrowserSide, ...]:
    """What each policy has in the browser: those with points first."""
    scored = [*(each.scored for each in answered), *(each.scored for each in listed)]
    if not options.with_engine:
        return tuple(NO_BROWSER_SIDE for _ in scored)
    return build_browser_sides(
        scored,
        options.templates,
        options.cache,
        stock_runtime=options.stock_runtime,
        first_gear=options.first_gear,
    )


def _shared(options: BuildOptions) -> Assets:
    """Style sheet, pictures and the guide's scripts, which all policies have in common."""
    assets = collect_assets(options.templates)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    return Assets(files=merge(assets.files, guide.files), names={**assets.names, **guide.names})


def _with_search(shared: Assets, parts: Sequence[PolicyPart], listed: Sequence[Listed]) -> Assets:
    """The shared files with what the search of all policies finds."""
    policies = len(parts) + len(listed)
    index = search_script(
        [
            *(entry for part in parts for entry in part.entries_of_site(policies)),
            *(entry for each in listed for entry in each.entries()),
        ]
    )
    name = hashed_name(SEARCH_INDEX, index)
    return Assets(
        files=merge(shared.files, {name: index}), names={**shared.names, SEARCH_INDEX: name}
    )


def _part(
    answered: Answered,
    side: BrowserSide,
    shared: Mapping[str, str],
    before: MadePages,
    options: BuildOptions,
) -> PolicyPart:
    """The pages of a policy as text; ``shared`` are addresses of the site's own files by plain name."""
    has_gallery = options.with_gallery and not answered.placement.place
    text = site_text(
        answered.policy,
        answered.score_json,
        engine_facts(answered, side),
        templates=options.templates,
        assets={**shared, **side.names},
        components=component_names(options.templates) if has_gallery else (),
        base_url=options.base_url,
        placement=answered.placement,
        compiled=CompiledTemplates(options.cache),
        composed=answered.composed,
    )
    has_document = options.with_engine and bool(side.offline)
    made = made_pages(text, answered.policy.texts, before, has_document=has_document)
    document = document_of(text, before) if has_document else None
    return PolicyPart(answered=answered, side=side, text=text, made=made, document=document)


def _pages_of_lists(
    listed: Sequence[Listed],
    sides: Sequence[BrowserSide],
    shared: Mapping[str, str],
    options: BuildOptions,
) -> dict[str, bytes]:
    """The pages of policies without points, by their addresses in the site."""
    compiled = CompiledTemplates(options.cache)
    pages: dict[str, bytes] = {}
    for each, side in zip(listed, sides, strict=True):
        names = {**shared, **side.names}
        html = each.page(side, options.templates, compiled, names, options.base_url)
        place = each.placement.place
        pages |= resolved(html, names, root=root_of(options.base_url), place=place)
    return pages


def _pages_above(
    parts: Iterable[PolicyPart],
    policies: Sequence[Introduced],
    shared: Mapping[str, str],
    options: BuildOptions,
) -> dict[str, bytes]:
    """The pages that lead to all policies, where none of them has the root of the site."""
    if any(NOT_FOUND in part.made for part in parts):
        return {}
    html = pages_above(policies, options.templates, CompiledTemplates(options.cache))
    return resolved(html, shared, root=root_of(options.base_url))


def _digests(files: Files, answered: Iterable[Answered]) -> dict[str, str]:
    """The SHA-256 of each file, in hexadecimal; that of a policy's cases is known."""
    known = {each.cases.address: each.cases.digest for each in answered}
    return {
        address: known.get(address) or sha256(content).hexdigest()
        for address, content in files.items()
    }


def _report(
    parts: Sequence[PolicyPart], listed: Sequence[Listed], files: Files, output: Files
) -> BuildReport:
    return BuildReport(
        pages=sum(len(part.text.pages) for part in parts) + len(listed),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )


def _together(parts: Iterable[Files]) -> Files:
    """Files that may be the same in several parts: their names tell what they hold."""
    return {address: content for part in parts for address, content in part.items()}
