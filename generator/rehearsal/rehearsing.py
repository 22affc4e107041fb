"""The data checked, then the site rehearsed: all that a build would refuse, said before it."""

from dataclasses import replace
from datetime import date

from generator import paths
from generator.building.rendered_site import SiteText, site_text
from generator.checking.checking import Checked, check_whole_folder
from generator.checking.view import view_of
from generator.diagnostics import Diagnostic, Severity, in_order
from generator.kept import keep, recall
from generator.loading import policy_text, read_policy_folder
from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.compose import EngineFacts
from generator.paging.page import GUIDE_SCRIPT
from generator.rehearsal.before import has_gone_well, note_gone_well
from generator.rehearsal.links import Site, link_mistakes
from generator.rehearsal.scripts import script_mistakes
from generator.rehearsal.search_words import search_word_mistakes
from generator.rehearsal.templates import Templates
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import environment, load_words
from generator.rendering.gallery import component_names, show_component
from generator.rendering.search_index import SEARCH_INDEX
from generator.scorer import Scorer
from generator.standing import BuildOptions, templates_key
from generator.writing.assets import collect_assets
from generator.writing.browser_side import MANIFEST
from generator.writing.engine.toolchain import Toolchain
from generator.writing.links import resolve
from generator.writing.scripts import WITH_ENGINE

_SOMEWHERE = "https://rehearsal.invalid"
"""Pages say more where the site's own address is known."""


def check_and_rehearse(options: BuildOptions, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every mistake in the data, sorted by place; where there is none, every one that keeps the site from being made.

    What went well is kept by all that it reads. Raises ScriptToolError where esbuild can't be run.
    """
    folder = read_policy_folder(options.policy_data, options.shown, cache=options.cache)
    checked = check_whole_folder(folder, on, options.cache)
    is_sound = not any(each.severity is Severity.ERROR for each in checked.diagnostics)
    if not is_sound or has_gone_well(options):
        return checked.diagnostics
    found = in_order(_rehearsed(checked, options))
    if not found:
        note_gone_well(options)
    return in_order((*checked.diagnostics, *found))


def _rehearsed(checked: Checked, options: BuildOptions) -> list[Diagnostic]:
    templates = Templates(options.templates, options.templates.name)
    found = list(_mistakes_of_templates(templates, options))
    if found:
        return found
    options = replace(options, base_url=options.base_url or _SOMEWHERE)
    policy = policy_text(checked.folder, checked.policy)
    names = _names(options, policy)
    site = _site(policy, options, names)
    html, found = _rendered(site, options, templates)
    if found:
        return found
    others = frozenset((*names.values(), addresses.FEED))
    linked = {address: resolve(address, text, names) for address, text in html.items()}
    pages = Site(html=linked, others=others)
    view = view_of(checked.folder)
    return [*link_mistakes(pages, view, templates), *search_word_mistakes(html, view)]


def _mistakes_of_templates(templates: Templates, options: BuildOptions) -> tuple[Diagnostic, ...]:
    """What is wrong with the words, the examples, scripts and styles, whatever the policy."""
    key = templates_key(options.templates)
    if recall(options.cache / "rehearsed", "templates", key) is not None:
        return ()
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=options.cache / "engine")
    found = [*templates.mistakes_in_yaml(), *script_mistakes(templates, toolchain)]
    if not found:
        jinja = environment(options.templates, CompiledTemplates(options.cache))
        words = load_words(options.templates)
        for name in component_names(options.templates):
            try:
                show_component(jinja, name)
            except Exception as error:  # noqa: BLE001  -- whatever a template does wrong
                found.append(templates.mistake_or_raise(error, words))
    if not found:
        keep(options.cache / "rehearsed", "templates", key, b"")
    return tuple(found)


def _names(options: BuildOptions, policy: PolicyText) -> dict[str, str]:
    """What templates may link to beside pages, by its plain name, which it keeps here."""
    made = (GUIDE_SCRIPT, *WITH_ENGINE, SEARCH_INDEX, MANIFEST)
    single_file = (addresses.OFFLINE,) if policy.has_single_file else ()
    return {name: name for name in (*collect_assets(options.templates).names, *made, *single_file)}


def _site(policy: PolicyText, options: BuildOptions, names: dict[str, str]) -> SiteText:
    return site_text(
        policy,
        Scorer(policy.scoring).score_json,
        EngineFacts(manifest={}, scoring_hash="", cases_address="assets/cases.json"),
        templates=options.templates,
        assets=names,
        base_url=options.base_url,
        compiled=CompiledTemplates(options.cache),
    )


def _rendered(
    site: SiteText, options: BuildOptions, templates: Templates
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The pages, and what keeps pages from being rendered."""
    words = load_words(options.templates)
    texts: list[dict[str, str]] = [{} for _ in site.versions]
    found: list[Diagnostic] = []
    for version, text in zip(site.versions, texts, strict=True):
        for page in version.pages:
            try:
                text[page.address] = version.renderer.html(page)
            except Exception as error:  # noqa: BLE001  -- whatever a template does wrong
                found.append(templates.mistake_or_raise(error, words))
    if not found:
        try:
            site.offline()
        except Exception as error:  # noqa: BLE001  -- whatever a template does wrong
            found.append(templates.mistake_or_raise(error, words))
    return ({} if found else site.joined(texts)), found
