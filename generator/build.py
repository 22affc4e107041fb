"""The whole build, from the policy data to ``dist``: the pipeline's table of contents.

Nothing touches ``dist`` before everything is made and every link leads somewhere.
"""

from dataclasses import dataclass
from pathlib import Path

from generator import paths
from generator.loading import load
from generator.loading.model import PolicyText
from generator.paging.compose import EngineFacts, compose, scored_editions
from generator.paging.self_check_page import cases_document, request_text
from generator.paging.site import site_of
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.gallery import component_names
from generator.rendering.pages import page_environment, render_pages
from generator.scoring.api import Scorer
from generator.scoring.api import load as load_scorer
from generator.writing.assets import Assets, collect_assets, hashed_name
from generator.writing.compress import siblings
from generator.writing.engine import Engine, EngineOptions, SelfCheck, build_engine
from generator.writing.engine.toolchain import Toolchain
from generator.writing.links import require_links, resolve
from generator.writing.output import merge
from generator.writing.publish import publish
from generator.writing.scripts import bundle_scripts

_SELF_CHECKS = 3
_EXERCISE_EVERY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What to build from and where to; without the engine the calculator is only a worksheet."""

    policy_data: Path = paths.POLICY_DATA
    templates: Path = paths.SITE_TEMPLATES
    dist: Path = paths.DIST
    cache: Path = paths.CACHE
    with_engine: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What was written: pages, all files with their compressed siblings, and their bytes."""

    pages: int
    files: int
    bytes: int


def build(options: BuildOptions) -> BuildReport:
    """Builds the site and swaps it in.

    Raises DataErrors for mistakes in the data, BrokenLinksError, ProseError and OutputError for those of the
    site's own texts and templates, EngineBuildError; ``dist`` is then as it was.
    """
    policy = load(options.policy_data)
    scorer = load_scorer(policy.scoring_text)
    cases = cases_document(policy.cases, scorer.score_json)
    cases_address = hashed_name("assets/cases.json", cases)
    engine = _engine(policy, scorer, options) if options.with_engine else None

    editions = scored_editions(policy)
    examples = WorkedExamples(policy.cases, editions, scorer.score_json)
    components = component_names(options.templates)
    pages = compose(policy, editions, examples, _facts(engine, cases_address), components)

    assets = collect_assets(options.templates)
    scripts = _scripts(options)
    names = {**assets.names, **scripts.names, **(engine.names if engine else {})}
    site = site_of(policy.title, editions[-1])
    jinja = page_environment(options.templates, policy, examples)
    html = render_pages(pages, site, jinja, scripts.names)

    files = merge(
        {page: resolve(page, text, names).encode() for page, text in html.items()},
        assets.files,
        scripts.files,
        {cases_address: cases},
        engine.files if engine else {},
    )
    require_links(files)
    output = merge(files, siblings(files, options.cache / "compressed"))
    publish(output, options.dist)
    return BuildReport(
        pages=len(pages), files=len(output), bytes=sum(len(content) for content in files.values())
    )


def _facts(engine: Engine | None, cases_address: str) -> EngineFacts:
    if engine is None:
        return EngineFacts(manifest={}, scoring_hash="", cases_address=cases_address)
    return EngineFacts(
        manifest={
            "client": engine.client,
            "worker": engine.worker,
            "total": engine.total,
            "build": engine.build,
        },
        scoring_hash=engine.scoring_hash,
        cases_address=cases_address,
    )


def _scripts(options: BuildOptions) -> Assets:
    if not options.with_engine:
        return Assets(files={}, names={})
    return bundle_scripts(options.templates, Toolchain(node_modules=paths.PROJECT / "node_modules"))


def _engine(policy: PolicyText, scorer: Scorer, options: BuildOptions) -> Engine:
    requests = [request_text(case) for case in policy.cases]
    checks = tuple(
        SelfCheck(method="score_json", request=request, answer=scorer.score_json(request))
        for request in requests[:: max(1, len(requests) // _SELF_CHECKS)]
    )
    return build_engine(
        paths.SCORING,
        policy.scoring_text,
        EngineOptions(
            scripts=options.templates / "assets" / "engine",
            cache=options.cache / "engine",
            self_checks=checks,
            exercises=tuple(
                ("score_json", request) for request in ["{}", *requests[::_EXERCISE_EVERY]]
            ),
        ),
    )
