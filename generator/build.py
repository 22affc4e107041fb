"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from generator import paths
from generator.checking import load_checked
from generator.kept import sweep_cache
from generator.paging.addresses import NOT_FOUND, OFFLINE
from generator.paging.compose import EngineFacts
from generator.paging.self_check_page import cases_file
from generator.rendered_site import site_text
from generator.rendering.gallery import component_names
from generator.rendering.search_index import SEARCH_INDEX, search_script
from generator.scorer import Scorer
from generator.serving.headers import HEADERS
from generator.standing import BuildOptions, BuildReport, inputs_key, remember, standing
from generator.writing.assets import collect_assets, hashed_name
from generator.writing.browser_side import (
    NO_BROWSER_SIDE,
    build_browser_side,
    installed_site,
    offline_file,
    require_answers_of,
)
from generator.writing.compress import siblings
from generator.writing.discovery import discovery_files
from generator.writing.engine.toolchain import Toolchain
from generator.writing.hosting import SECURITY, headers_file, security_file
from generator.writing.links import require_links, resolve, root_of
from generator.writing.output import merge
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
    policy = load_checked(options.policy_data, shown=options.shown, cache=options.cache)
    score_json = Scorer(policy.scoring).score_json
    cases = cases_file(policy.cases, score_json)
    browser = NO_BROWSER_SIDE
    if options.with_engine:
        browser = build_browser_side(
            policy.scoring_text,
            cases.requests,
            score_json,
            options.templates,
            options.cache,
            stock_runtime=options.stock_runtime,
        )

    assets = collect_assets(options.templates)
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    guide = bundle_guide(options.templates, toolchain)
    names = {**assets.names, **guide.names, **browser.names}
    site = site_text(
        policy,
        score_json,
        EngineFacts(
            manifest=browser.manifest,
            scoring_hash=browser.scoring_hash,
            cases_address=cases.address,
        ),
        templates=options.templates,
        assets=names,
        components=component_names(options.templates) if options.with_gallery else (),
        base_url=options.base_url,
    )
    html = site.html()
    entries = site.entries(html)
    index = search_script(entries)
    names[SEARCH_INDEX] = hashed_name(SEARCH_INDEX, index)

    root = root_of(options.base_url)
    files = merge(
        {
            address: resolve(address, text, names, root if address == NOT_FOUND else "").encode()
            for address, text in html.items()
        },
        assets.files,
        guide.files,
        {names[SEARCH_INDEX]: index},
        cases.files,
        browser.files,
        discovery_files(policy, site.pages, options.base_url, options.templates),
        headers_file(),
        security_file(options.security_contact),
    )
    if options.with_engine:
        offline = site.offline(html, entries)
        files = merge(files, offline_file(browser, offline, options.templates))
        online_only = (OFFLINE, cases.address, HEADERS, NOT_FOUND, SECURITY)
        files = merge(files, installed_site(browser, files, policy.title, online_only=online_only))
    require_links(files, {NOT_FOUND: root})
    output = merge(files, siblings(files, options.cache / "compressed"))
    publish(output, options.dist, require=require_answers_of(browser))
    report = BuildReport(
        pages=len(site.pages),
        files=len(output),
        bytes=sum(len(content) for content in files.values()),
    )
    remember(options, key, report)
    return report
