"""The site as something to install: the web manifest, and the service worker that knows every file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Final

from generator.digests import Digests
from generator.integrity import integrity_by
from generator.writing.assets import hashed_name
from generator.writing.engine.scripts import bundle, knowing
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import EngineOptions
from generator.writing.output import Files

SERVICE_WORKER: Final = "sw.js"
MANIFEST: Final = "manifest.webmanifest"
NOT_KEPT: Final = (".br", ".gz")
ICONS: Final = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"))


@dataclass(frozen=True, slots=True, kw_only=True)
class WebApplication:
    """How the installed site calls itself."""

    name: str
    short_name: str
    description: str
    start: str = "calculator.html"
    colour: str = "#ffffff"
    background: str = "#ffffff"


def web_manifest(application: WebApplication, options: EngineOptions) -> dict[str, bytes]:
    """The manifest and its icons, by address. Pages link to ``manifest.webmanifest`` and the icon."""
    pictures = {name: (options.scripts / "icons" / name).read_bytes() for name, _, _ in ICONS}
    names = {name: hashed_name(f"assets/{name}", content) for name, content in pictures.items()}
    manifest = {
        "name": application.name,
        "short_name": application.short_name,
        "description": application.description,
        "lang": "zh-Hans-CN",
        "start_url": application.start,
        "scope": "./",
        "display": "standalone",
        "theme_color": application.colour,
        "background_color": application.background,
        "icons": [
            {"src": names[name], "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, sizes, purpose in ICONS
        ],
    }
    text = dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    return {
        MANIFEST: text.encode(),
        **{names[name]: content for name, content in pictures.items()},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Which files of a site of several policies are one policy's alone, by its place; kept where it is used."""

    own: Mapping[str, Collection[str]]
    elsewhere: str
    """The page that is shown in the place of one that is not kept."""


def service_worker(
    site: Files,
    options: EngineOptions,
    places: Places | None = None,
    digests: Digests | None = None,
) -> dict[str, bytes]:
    """``sw.js`` for these files of the finished site, all but their compressed siblings.

    ``digests`` has the SHA-256 of files that are known already.
    """
    digests = digests or Digests()
    files = {
        address: integrity_by(digests.of(address, content))
        for address, content in sorted(site.items())
        if not address.endswith(NOT_KEPT)
    }
    known: dict[str, object] = {"files": files}
    if places is not None:
        own = {place: sorted(files.keys() & set(each)) for place, each in places.own.items()}
        known |= {"own": own, "elsewhere": places.elsewhere}
    build = sha256(dumps(known).encode()).hexdigest()[:16]
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    script = bundle(toolchain, options.scripts / "sw.js", form="iife")
    return {SERVICE_WORKER: knowing(script, SITE_BUILD={"build": build, **known})}
