"""What makes a finished site work without a network: single files, the manifest, the service worker."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.building.policy_part import PolicyPart
from generator.digests import Digests
from generator.paging.addresses import CALCULATOR, HOME, NOT_FOUND, NOT_KEPT
from generator.paging.placement import Introduced, name_of_site
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.offline import filled
from generator.rendering.policies import page_not_kept
from generator.serving.headers import HEADERS
from generator.standing import BuildOptions
from generator.writing.at_hand import own_files
from generator.writing.browser_side import BrowserSide, installed_site, offline_file
from generator.writing.engine import Places
from generator.writing.hosting import SECURITY
from generator.writing.links import Found, resolved, root_of, together
from generator.writing.output import Files, merge


def single_files(parts: Sequence[PolicyPart], templates: Path) -> dict[str, bytes]:
    """The single file of each policy that has one, by its address."""
    files: dict[str, bytes] = {}
    for part in parts:
        if part.document is not None:
            texts = {address: article.text for address, article in part.articles.items()}
            fill = partial(filled, articles=texts, entries=part.entries)
            files |= offline_file(part.side, part.document.text, fill, templates)
    return files


def found_in_single_files(parts: Sequence[PolicyPart]) -> dict[str, Found]:
    """What single files link to and what can be linked to in them, by their addresses."""
    return {
        part.side.offline: together(
            (part.document.found, *(article.found for article in part.articles.values()))
        )
        for part in parts
        if part.document is not None
    }


def installed(
    files: Files,
    parts: Sequence[PolicyPart],
    policies: Mapping[Introduced, BrowserSide],
    *,
    names: Mapping[str, str],
    options: BuildOptions,
    compiled: CompiledTemplates,
    digests: Digests,
) -> dict[str, bytes]:
    """The files that have a browser keep the site, which begins where its first policy does.

    ``names`` are addresses of the site's own files by plain name.
    """
    first, *others = policies
    above: dict[str, bytes] = {}
    places = None
    if others:
        html = page_not_kept(tuple(policies), options.templates, compiled)
        above = resolved(html, names, root=root_of(options.base_url))
        places = _places({**files, **above}, parts, policies)
    has_root = not first.place
    made = installed_site(
        policies[first],
        {**files, **above},
        site=name_of_site(tuple(policies)),
        title=first.title if has_root else "、".join(policy.title for policy in policies),
        start=CALCULATOR if has_root and CALCULATOR in files else HOME,
        online_only=(
            *(part.side.offline for part in parts),
            *(part.answered.cases.address for part in parts),
            *(HEADERS, NOT_FOUND, SECURITY),
        ),
        digests=digests,
        places=places,
    )
    return merge(above, made)


def _places(
    files: Files, parts: Sequence[PolicyPart], policies: Mapping[Introduced, BrowserSide]
) -> Places:
    """Which files are one policy's alone, and the page for what is not kept."""
    at_root = {address for part in parts if not part.place for address in part.made}
    sides = {policy.place: side for policy, side in policies.items()}
    return Places(own=own_files(files, sides, at_root), elsewhere=NOT_KEPT)
