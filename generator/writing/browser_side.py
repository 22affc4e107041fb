"""All that runs in the visitor's browser: the engine, the pages' scripts, the installed site, the single file."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from json import dumps, loads
from pathlib import Path
from platform import python_version
from typing import Final

from generator import paths
from generator.digests import Digests
from generator.kept import kept, key_of
from generator.lowering import Place, ScorePath, along, kinds_in, score_path
from generator.paging.addresses import OFFLINE, up_from
from generator.policy.plain import Plain
from generator.scorer import load
from generator.scoring.model import Policy
from generator.standing import code_key
from generator.writing.assets import Assets, stylesheet
from generator.writing.engine import (
    Engine,
    EngineOptions,
    Places,
    SelfCheck,
    SingleFile,
    WebApplication,
    build_engines,
    build_single_file,
    service_worker,
    web_manifest,
)
from generator.writing.engine.gear import Gear, GearParts, build_gear, gear_parts
from generator.writing.engine.scoring import package_sources
from generator.writing.engine.toolchain import Toolchain
from generator.writing.output import Files, merge
from generator.writing.scripts import WITH_ENGINE, bundle_modules

MANIFEST: Final = "manifest.webmanifest"
_SELF_CHECKS: Final = 3
_EXERCISE_EVERY: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A policy as its engine is made of it: the text, what answers it, requests of its cases, the place of its pages."""

    policy_text: str
    score_json: Callable[[str], str]
    requests: Sequence[str]
    place: str
    modules: tuple[str, ...] = WITH_ENGINE
    """The scripts of its pages that run the engine."""
    has_offline: bool = True
    """Whether it has a single file."""
    has_points: bool = True
    """Whether it gives a score, for which a first gear is worth its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserSide:
    """The finished parts of one policy. ``names``: what templates may link to, by its plain name."""

    files: Files
    names: Mapping[str, str]
    manifest: Mapping[str, Plain]
    """What the calculator's script has to know to start the engine, as seen from the policy's pages."""
    scoring_hash: str
    engine: Engine | None
    options: EngineOptions
    offline: str = OFFLINE
    """The address of the single file; empty where there is none."""
    gear: Gear | None = None
    kinds: Sequence[Place] = ()
    """The kinds of records that its rules are made of: module and name."""
    sample: SelfCheck | None = None
    """A request with its right answer, for a last look at the finished site."""


NO_BROWSER_SIDE: Final = BrowserSide(
    files={}, names={}, manifest={}, scoring_hash="", engine=None, options=EngineOptions()
)
"""For builds without the engine."""


def build_browser_sides(
    policies: Sequence[Scored],
    templates: Path,
    cache: Path,
    *,
    stock_runtime: bool,
    first_gear: bool,
) -> list[BrowserSide]:
    """Engine and scripts of each policy; the files that they have in common are the same.

    Its requests are run at build, a few of them again at each start in the browser. Raises EngineBuildError.
    """
    options = [
        EngineOptions(
            scripts=templates / "assets" / "engine",
            cache=cache / "engine",
            self_checks=tuple(
                SelfCheck(method="score_json", request=request, answer=each.score_json(request))
                for request in each.requests[:: max(1, len(each.requests) // _SELF_CHECKS)]
            ),
            exercises=tuple(
                ("score_json", request) for request in ["{}", *each.requests[::_EXERCISE_EVERY]]
            ),
            place=each.place,
            stock_runtime=stock_runtime,
        )
        for each in policies
    ]
    rules = [load(each.policy_text).policy for each in policies]
    kinds = [kinds_in(policy) for policy in rules]
    common = gear_parts(options[0]) if first_gear else None
    gears = [
        _gear(policy, needed, chosen, common) if common and each.has_points else None
        for each, policy, needed, chosen in zip(policies, rules, kinds, options, strict=True)
    ]
    options = [
        chosen if gear is None else replace(chosen, ahead=gear.addresses)
        for chosen, gear in zip(options, gears, strict=True)
    ]
    texts = [each.policy_text for each in policies]
    engines = build_engines(paths.PACKAGE, tuple(zip(texts, options, strict=True)))
    first = options[0]
    toolchain = Toolchain(node_modules=first.node_modules, cache=first.cache)
    scripts = {
        modules: bundle_modules(templates, toolchain, modules)
        for modules in dict.fromkeys(each.modules for each in policies)
    }
    return [
        _side(each, engine, scripts[each.modules], chosen, gear, kinds=needed)
        for each, engine, chosen, gear, needed in zip(
            policies, engines, options, gears, kinds, strict=True
        )
    ]


def _side(
    scored: Scored,
    engine: Engine,
    scripts: Assets,
    options: EngineOptions,
    gear: Gear | None,
    *,
    kinds: Sequence[Place],
) -> BrowserSide:
    offline = scored.place + OFFLINE
    up = up_from(scored.place)
    return BrowserSide(
        files={**engine.files, **scripts.files, **({} if gear is None else gear.files)},
        names={
            **engine.names,
            **scripts.names,
            MANIFEST: MANIFEST,
            **({OFFLINE: offline} if scored.has_offline else {}),
        },
        manifest={
            "worker": up + engine.worker,
            "total": engine.total,
            "build": engine.build,
            **({"site": up} if up else {}),
            **({} if gear is None else {"gear": {"worker": up + gear.worker, "total": gear.total}}),
        },
        scoring_hash=engine.scoring_hash,
        engine=engine,
        options=options,
        offline=offline if scored.has_offline else "",
        gear=gear,
        kinds=kinds,
        sample=_sample(scored.requests, scored.score_json),
    )


def _gear(
    policy: Policy, kinds: Sequence[Place], options: EngineOptions, common: GearParts
) -> Gear:
    """The first gear of the sources that ship, for one policy; what is lowered is kept for all of its kinds of records."""

    def make() -> bytes:
        return dumps(asdict(score_path(package_sources(paths.PACKAGE), kinds))).encode()

    key = key_of(code_key(), python_version(), map(".".join, kinds))
    path = ScorePath(**loads(kept(options.cache, "score-path.json", key, make)))
    return build_gear(along(path, policy), options, common)


def _sample(requests: Sequence[str], score_json: Callable[[str], str]) -> SelfCheck:
    """The longest request, the first of several: it has the most to be right about."""
    request = max(requests, key=len, default="{}")
    return SelfCheck(method="score_json", request=request, answer=score_json(request))


def offline_file(
    side: BrowserSide, html: str, fill: Callable[[str], str], templates: Path
) -> dict[str, bytes]:
    """The single file out of a page whose links all stay inside it; ``fill`` as with SingleFile. Raises EngineBuildError."""
    assert side.engine is not None
    assets = templates / "assets"
    page = SingleFile(
        html=html,
        css=stylesheet(templates),
        first=(assets / "unstarted.js").read_text(encoding="utf-8"),
        entry=assets / "calculator" / "offline.js",
        icon=(assets / "icon.svg").read_bytes(),
        fill=fill,
    )
    return {side.offline: build_single_file(page, side.engine, side.options)}


def installed_site(
    side: BrowserSide,
    files: Files,
    *,
    site: str,
    title: str,
    start: str,
    online_only: Collection[str],
    digests: Digests,
    places: Places | None = None,
) -> dict[str, bytes]:
    """Manifest and service worker for the finished site, which begins at ``start``; what is for use online is not kept.

    ``site`` is its name, ``title`` what it is about, ``places`` are those of its policies where there are several.
    """
    application = WebApplication(
        name=f"{site}：{title}", short_name=site, description=title, start=start
    )
    manifest = web_manifest(application, side.options)
    at_hand = {name: data for name, data in files.items() if name not in online_only}
    return merge(manifest, service_worker(merge(at_hand, manifest), side.options, places, digests))
