"""One HTML file with everything inside: page, style, script, runtime, scoring package, policy.

It opens from a disk by double click. The parts are gzip in Base64, in script elements that are not run;
the page's script unpacks the worker, the worker unpacks the rest. Only scripts and styles of the known
hashes are allowed, and no address at all.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from gzip import compress
from pathlib import Path
from typing import Final
from zlib import ZLIB_RUNTIME_VERSION

from generator.html_tree import read_page
from generator.integrity import integrity_of
from generator.kept import kept, key_of
from generator.writing.engine.errors import EngineBuildError
from generator.writing.engine.licences import licence_text
from generator.writing.engine.scripts import bundle, glue, knowing
from generator.writing.engine.toolchain import Toolchain
from generator.writing.engine.values import Engine, EngineOptions
from generator.writing.marked import marked

CARRIED: Final = ("wasm", "stdlib", "scoring", "policy")
INSIDE: Final = ("#", "data:")
ELSEWHERE: Final = ("https://", "http://", "mailto:")
"""Links that a reader may follow; the page itself asks nothing of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleFile:
    """What the file is made of besides the engine."""

    html: str
    """The document without a policy, a style sheet, an icon or a script of its own; what ``fill`` puts in is still lacking.

    Whoever made that has looked at it by ``require_whole``.
    """
    css: str
    first: str
    """A plain script that runs before all else, even where the file is cut off."""
    entry: Path
    """The page's script; it gets its engine from ``connectInside`` of ``offline.js``."""
    icon: bytes = b""
    """An SVG."""
    fill: Callable[[str], str] = str
    """Puts in what it lacks."""


def build_single_file(page: SingleFile, engine: Engine, options: EngineOptions) -> bytes:
    """The finished file; the same input gives the same bytes.

    Raises EngineBuildError where the document needs anything that is not inside it.
    """
    require_whole(page.html)
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    script = bundle(toolchain, page.entry, form="esm").decode().strip()
    carried = {role: engine.sources[role] for role in CARRIED}
    carried["worker"] = _worker(toolchain, engine, options)
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(page.css, page.first, script)}">\n'
        f"{_icon(page.icon)}<style>{page.css}</style>\n<script>{page.first}</script>\n"
    )
    total = sum(len(engine.sources[role]) for role in CARRIED)
    parts = b"".join(
        b'<script type="text/plain" id="engine-%s">%s</script>\n'
        % (role.encode(), _text(content, options.cache))
        for role, content in carried.items()
    )
    end = f'<script type="text/plain" id="engine-total">{total}</script>\n'
    end += f'<script type="module">{script}</script>\n'
    end += f"<!--\n{licence_text(toolchain).replace('-->', '-- >')}-->\n"
    # The policy has to stand before everything that it is to govern.
    begun, charset, inside = _cut(page.html, 'charset="utf-8">')
    inside, body, ended = _cut(inside, "</body>")
    start = page.fill(f"{begun}{charset}\n{head}{inside}")
    return marked(start) + parts + f"{end}{body}{ended}".encode()


def _worker(toolchain: Toolchain, engine: Engine, options: EngineOptions) -> bytes:
    """Pyodide's loader and our worker in one classic script: file:// refuses module workers."""
    facts = {**engine.facts, "total": sum(len(engine.sources[role]) for role in CARRIED)}
    loader = glue(toolchain, options.scripts / "glue.js", form="iife")
    worker = bundle(toolchain, options.scripts / "offline-worker.js", form="iife")
    return loader + b"\n" + knowing(worker, ENGINE_BUILD=facts)


def _policy(css: str, *scripts: str) -> str:
    """The file's own Content-Security-Policy: these very scripts and styles, and nothing else."""
    allowed = " ".join(f"'{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed} 'wasm-unsafe-eval'; worker-src blob:; "
        f"style-src '{_hash(css)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return integrity_of(text.encode())


def _icon(icon: bytes) -> str:
    if not icon:
        return '<link rel="icon" href="data:,">\n'
    address = f"data:image/svg+xml;base64,{b64encode(icon).decode()}"
    return f'<link rel="icon" type="image/svg+xml" href="{address}">\n'


def _text(content: bytes, cache: Path) -> bytes:
    return b64encode(
        kept(cache, "part.gz", key_of(content, ZLIB_RUNTIME_VERSION), lambda: _packed(content))
    )


def _packed(content: bytes) -> bytes:
    packed = bytearray(compress(content, 9, mtime=0))
    # The byte that names the operating system differs between versions of Python.
    packed[9] = 255
    return bytes(packed)


def _cut(document: str, mark: str) -> tuple[str, str, str]:
    """The document before a mark, the mark, and what is behind it."""
    if document.count(mark) != 1:
        raise EngineBuildError(f"the single file’s page must have {mark} exactly once")
    return document.partition(mark)


def require_whole(document: str) -> None:
    """Refuses a document or a piece of one that would need a file beside it, or that carries code by attribute."""
    page = read_page(document)
    found = [
        f"  <{link.tag} {link.attribute}={link.address!r}>"
        for link in page.links()
        if not link.address.startswith((*INSIDE, *ELSEWHERE) if link.tag == "a" else INSIDE)
    ]
    found += [
        f"  <{element.tag} {name}={value!r}>"
        for element in page.elements()
        for name, value in element.attributes.items()
        if name in {"style", "http-equiv"} or name.startswith("on")
    ]
    if found:
        listed = "\n".join(found)
        raise EngineBuildError(
            "the single file’s page refers to what is not inside it; link to places in the page "
            f"(#…) or to full addresses:\n{listed}"
        )
