"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256

from generator import paths
from generator.kept import sweep_cache
from generator.kept_site import KeptSite
from generator.made_pages import (
    MadePages,
    are_many_others,
    document_of,
    linked_pages,
    made_pages,
    packed_with,
    still_packed,
)
from generator.paging.addresses import CALCULATOR, HOME, NOT_FOUND, NOT_KEPT
from generator.paging.placement import Introduced, name_of_site
from generator.policies_of_site import policies_of_site
from generator.policy_part import (
    Answered,
    PolicyPart,
    engine_facts,
    introduced,
)
from generator.rendered_site import site_text
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.gallery import component_names
from generator.rendering.offline import filled
from generator.rendering.policies import page_not_kept, pages_above
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.serving.headers import HEADERS
from generator.standing import BuildOptions, BuildReport, Inputs, inputs_of, remember, standing
from generator.writing.assets import collect_assets, hashed_name
from generator.writing.at_hand import own_files
from generator.writing.browser_side import (
    NO_BROWSER_SIDE,
    BrowserSide,
    build_browser_sides,
    installed_site,
    offline_file,
)
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine import Places
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import SECURITY, headers_file, security_file
from generator.writing.links import Found, require_links, resolve, root_of, together
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
    kept = KeptSite(options.cache, inputs.but_texts)
    place_of(options.dist)
    sweep_cache(options.cache)
    answered, listed = policies_of_site(options, kept)
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
    made_before = [kept.pages(each.placement.place) for each in answered]
    parts = [
        _part(each, side, common, before, options)
        for each, side, before in zip(answered, sides, made_before, strict=False)
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
    is_at_root = any(NOT_FOUND in part.made for part in parts)
    root = root_of(options.base_url)
    pages = [
        linked_pages(
            part.made,
            {**common, **part.side.names},
            before,
            part.document,
            place=part.answered.placement.place,
            root=root,
        )
        for part, before in zip(parts, made_before, strict=True)
    ]
    found = {
        part.answered.placement.place + address: page.found
        for part, linked in zip(parts, pages, strict=True)
        for address, page in linked.linked.items()
    }
    files = merge(
        *(
            _contents(linked, part.answered.placement.place)
            for part, linked in zip(parts, pages, strict=True)
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
        files = _with_offline(files, parts, policies, sides, options, found=found)
    require_links(files, {NOT_FOUND: root}, found)
    of_cases = {part.answered.cases.address: part.answered.cases.digest for part in parts}
    digests = {
        address: of_cases.get(address) or sha256(content).hexdigest()
        for address, content in files.items()
    }
    places = [part.answered.placement.place for part in parts]
    known = _together(still_packed(*each) for each in zip(pages, made_before, places, strict=True))
    packed = siblings(files, options.cache / "compressed", digests, known)
    output = merge(files, packed)
    publish(output, options.dist, digests=digests, require=require_answers_of(sides))
    for part, place, linked, old in zip(parts, places, pages, made_before, strict=True):
        if are_many_others(linked, old):
            kept.keep_pages(place, packed_with(linked, packed, place))
        if not part.answered.composed:
            kept.keep_policy(part)
    report = BuildReport(
        pages=sum(len(part.text.pages) for part in parts) + len(listed),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )
    remember(options, inputs.key, report)
    return report


def _part(
    answered: Answered,
    side: BrowserSide,
    common: Mapping[str, str],
    before: MadePages,
    options: BuildOptions,
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
        composed=answered.composed,
    )
    has_document = options.with_engine and bool(side.offline)
    made = made_pages(text, answered.policy.texts, before, has_document=has_document)
    document = document_of(text, before) if has_document else None
    return PolicyPart(answered=answered, side=side, text=text, made=made, document=document)


def _contents(pages: MadePages, place: str) -> dict[str, bytes]:
    """The pages of a policy by their addresses in the site."""
    return {place + address: page.content for address, page in pages.linked.items()}


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
    sides: Sequence[BrowserSide],
    options: BuildOptions,
    *,
    found: dict[str, Found],
) -> dict[str, bytes]:
    """The files, with those that make the site work without a network; it begins where its first policy does.

    What is found in single files is noted in ``found``.
    """
    for part in parts:
        if part.document is not None:
            articles = {
                address: page.article
                for address, page in part.made.items()
                if page.article is not None
            }
            texts = {address: article.text for address, article in articles.items()}
            fill = partial(filled, articles=texts, entries=part.entries)
            document = part.document.text
            files = merge(files, offline_file(part.side, document, fill, options.templates))
            inside = (part.document.found, *(article.found for article in articles.values()))
            found[part.side.offline] = together(inside)
    online_only = (
        *(part.side.offline for part in parts),
        *(part.answered.cases.address for part in parts),
        *(HEADERS, NOT_FOUND, SECURITY),
    )
    places = None
    if len(policies) > 1:
        above = page_not_kept(policies, options.templates)
        names = collect_assets(options.templates).names
        files = merge(files, _pages(above, "", names, root_of(options.base_url)))
        placed = [policy.place for policy in policies]
        at_root = {
            address for part in parts if not part.answered.placement.place for address in part.made
        }
        own = own_files(files, dict(zip(placed, sides, strict=True)), at_root)
        places = Places(own=own, elsewhere=NOT_KEPT)
    has_root = not policies[0].place
    title = policies[0].title if has_root else "、".join(policy.title for policy in policies)
    start = CALCULATOR if has_root and CALCULATOR in files else HOME
    installed = installed_site(
        sides[0],
        files,
        site=name_of_site(policies),
        title=title,
        start=start,
        online_only=online_only,
        places=places,
    )
    return merge(files, installed)


def _together(parts: Iterable[Files]) -> Files:
    """Files that may be the same in several parts: their names tell what they hold."""
    return {address: content for part in parts for address, content in part.items()}
