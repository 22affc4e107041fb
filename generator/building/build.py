"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator import paths
from generator.building.kept_site import KeptSite
from generator.building.linked_part import linked_part
from generator.building.listed_part import Listed, ListedPart
from generator.building.made_pages import MadePages, document_of, made_pages
from generator.building.offline_site import found_in_single_files, installed, single_files
from generator.building.policies_of_site import policies_of_site
from generator.building.policy_part import Answered, PolicyPart, engine_facts, introduced
from generator.building.rendered_site import site_text
from generator.digests import Digests
from generator.kept import sweep_cache
from generator.paging.addresses import NOT_FOUND
from generator.paging.placement import Introduced
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.gallery import component_names
from generator.rendering.policies import pages_above
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.scratch import sweep_scratch
from generator.standing import BuildOptions, BuildReport, Inputs, inputs_of, remember, standing
from generator.writing.assets import Assets, collect_assets, hashed_name
from generator.writing.browser_side import BrowserSide
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import headers_file, security_file
from generator.writing.links import require_links, resolved, root_of
from generator.writing.marked import marked
from generator.writing.output import Files, merge
from generator.writing.proof import require_answers_of
from generator.writing.publish import place_of, publish
from generator.writing.scripts import bundle_guide

type SitePart = PolicyPart | ListedPart
"""A policy with its pages as text."""


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
    sweep_scratch()
    kept = KeptSite(options.cache, inputs.but_texts)

    policies = policies_of_site(options, kept)
    sides = policies.sides(options)
    compiled = CompiledTemplates(options.cache)
    shared = _shared(options)
    scored = [
        _part(
            each,
            sides[each.placement.place],
            shared.names,
            kept.pages(each.placement.place),
            options=options,
            compiled=compiled,
        )
        for each in policies.answered
    ]
    listed = [
        _listed_part(each, sides[each.placement.place], shared.names, options, compiled)
        for each in policies.listed
    ]
    parts: list[SitePart] = [*scored, *listed]
    shared = _with_search(shared, parts)
    root = root_of(options.base_url)
    linked = [linked_part(part, shared.names, root) for part in scored]

    introductions = [introduced(each.policy, each.placement.place) for each in policies.all]
    files = merge(
        *(each.files for each in linked),
        *(each.files(shared.names, root) for each in listed),
        _pages_above(scored, introductions, shared.names, options, compiled),
        shared.files,
        _together(each.cases.files for each in policies.answered),
        _together(each.side.files for each in parts),
        discovery_files([each.published for each in parts], options.base_url),
        headers_file(),
        security_file(options.security_contact),
    )
    digests = Digests({each.cases.address: each.cases.digest for each in policies.answered})
    if options.with_engine:
        files = merge(files, single_files(scored, options.templates))
        app = installed(
            files,
            scored,
            {each: sides[each.place] for each in introductions},
            names=shared.names,
            options=options,
            compiled=compiled,
            digests=digests,
        )
        files = merge(files, app)
    found = {address: page for each in linked for address, page in each.found.items()}
    require_links(files, {NOT_FOUND: root}, found | found_in_single_files(scored))

    still_packed = _together(each.still_packed for each in linked)
    packed = siblings(files, options.cache / "compressed", digests, still_packed)
    output = merge(files, packed)
    publish(output, options.dist, digests=digests, require=require_answers_of(sides.values()))
    for each in linked:
        each.keep(kept, packed)
    report = _report(parts, files, output)
    remember(options, inputs.key, report)
    return report


def _shared(options: BuildOptions) -> Assets:
    """Style sheet, pictures and the guide's scripts, which all policies have in common."""
    assets = collect_assets(options.templates)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    return Assets(files=merge(assets.files, guide.files), names={**assets.names, **guide.names})


def _with_search(shared: Assets, parts: Sequence[SitePart]) -> Assets:
    """The shared files with what the search of all policies finds."""
    entries = [entry for part in parts for entry in part.entries_of_site(len(parts))]
    index = marked(search_script(entries))
    name = hashed_name(SEARCH_INDEX, index)
    return Assets(
        files=merge(shared.files, {name: index}), names={**shared.names, SEARCH_INDEX: name}
    )


def _part(
    answered: Answered,
    side: BrowserSide,
    shared: Mapping[str, str],
    before: MadePages,
    *,
    options: BuildOptions,
    compiled: CompiledTemplates,
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
        compiled=compiled,
        composed=answered.composed,
    )
    has_document = options.with_engine and bool(side.offline)
    made = made_pages(text, answered.policy.texts, before, has_document=has_document)
    document = document_of(text, before) if has_document else None
    return PolicyPart(
        answered=answered, side=side, text=text, before=before, made=made, document=document
    )


def _listed_part(
    listed: Listed,
    side: BrowserSide,
    shared: Mapping[str, str],
    options: BuildOptions,
    compiled: CompiledTemplates,
) -> ListedPart:
    """The page of a policy without points as text; ``shared`` as with ``_part``."""
    names = {**shared, **side.names}
    made = listed.page(side, options.templates, compiled, names, options.base_url)
    return ListedPart(listed=listed, side=side, made=made)


def _pages_above(
    parts: Iterable[PolicyPart],
    policies: Sequence[Introduced],
    shared: Mapping[str, str],
    options: BuildOptions,
    compiled: CompiledTemplates,
) -> dict[str, bytes]:
    """The pages that lead to all policies, where none of them has the root of the site."""
    if any(NOT_FOUND in part.made for part in parts):
        return {}
    html = pages_above(policies, options.templates, compiled)
    return resolved(html, shared, root=root_of(options.base_url))


def _report(parts: Sequence[SitePart], files: Files, output: Files) -> BuildReport:
    return BuildReport(
        pages=sum(len(part.made) for part in parts),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )


def _together(parts: Iterable[Files]) -> Files:
    """Files that may be the same in several parts: their names tell what they hold."""
    return {address: content for part in parts for address, content in part.items()}
