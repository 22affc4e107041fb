"""Sites to compare: the engine as we build it, alone and behind a first gear, and Pyodide as npm ships it.

All are around the same scoring package.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from json import dumps
from pathlib import Path
from typing import Final

from generator import paths
from generator.loading import load as load_data
from generator.lowering import lowered
from generator.scorer import Scorer, load
from generator.writing.compress import siblings
from generator.writing.engine import EngineOptions, SelfCheck, build_engine
from generator.writing.engine.archive import pack
from generator.writing.engine.gear import build_gear
from generator.writing.engine.scoring import package_sources
from tests.parity.random_requests import random_requests
from tests.shipped import SHIPPED_POLICY

REQUEST: Final = dumps(
    {
        "policy": "shanghai-points",
        "on": "2026-06-30",
        "answers": {"birth_date": "1990-01-15", "education": "bachelor", "insured_months": 60},
    }
)
PAGE: Final = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<script type="module" src="page.js"></script>
"""
OURS: Final = """
import {{ connect, expose }} from './{client}';
const engine = connect({{ worker: new URL('{worker}', import.meta.url).href, total: {total} }});
expose(engine);
document.answer = await window.hujifen.scoreJson({request});
document.scored = performance.now();
document.score = window.hujifen.scoreJson;
document.call = engine.call;
"""
GEARED: Final = """
import {{ connect, leadOf, withFirstGear }} from './{client}';
const at = (address) => new URL(address, import.meta.url).href;
const first = connect({{ worker: at('{gear}'), total: {gear_total} }});
const lead = leadOf(first, false);
const engine = withFirstGear(connect({{ worker: at('{worker}'), total: {total} }}, lead), first, lead);
document.answer = await engine.call('score_json', {request});
document.scored = performance.now();
engine.onStanding((standing) => {{
  if (standing === 'proven') document.proven = performance.now();
}});
"""
STOCK: Final = """
import {{ loadPyodide }} from './pyodide.mjs';
const [pyodide, archive, policy] = await Promise.all([
  loadPyodide({{ env: {{ PYTHONHASHSEED: '0' }} }}),
  fetch('./scoring.zip').then((response) => response.arrayBuffer()),
  fetch('./policy.json').then((response) => response.text()),
]);
pyodide.unpackArchive(archive, 'zip');
const scorer = pyodide.pyimport('generator.scorer').load(policy);
document.answer = scorer.score_json({request});
document.scored = performance.now();
const score = scorer.score_json;
document.score = async (text) => score(text);
document.call = async (method, text) => scorer[method](text);
"""
PEOPLE: Final = 10_000
STOCK_FILES: Final = (
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """A folder with all of them, and what they have to answer."""

    root: Path
    answer: str
    cases: tuple[str, ...]
    """The requests of the golden cases."""
    people: tuple[str, ...]
    """Requests of as many people as one may ask about, no two alike."""


def write_sites(root: Path) -> Sites:
    """Write ``ours/``, ``geared/`` and ``stock/`` with compressed siblings, as the site's own build makes them."""
    data = load_data(SHIPPED_POLICY)
    policy = data.scoring_text
    answer = load(policy).score_json(REQUEST)
    options = EngineOptions(
        self_checks=(SelfCheck(method="score_json", request=REQUEST, answer=answer),)
    )
    engine = build_engine(paths.PACKAGE, policy, options)
    script = OURS.format(
        client=engine.client, worker=engine.worker, total=engine.total, request=dumps(REQUEST)
    )
    ours = {**engine.files, "index.html": PAGE.encode(), "page.js": script.encode()}
    gear = build_gear(lowered(package_sources(paths.PACKAGE), load(policy).policy), options)
    geared_script = GEARED.format(
        client=engine.client,
        worker=engine.worker,
        total=engine.total,
        gear=gear.worker,
        gear_total=gear.total,
        request=dumps(REQUEST),
    )
    geared = {**ours, **gear.files, "page.js": geared_script.encode()}
    stock = {
        **{name: (options.node_modules / "pyodide" / name).read_bytes() for name in STOCK_FILES},
        "scoring.zip": pack(package_sources(paths.PACKAGE)),
        "policy.json": policy.encode(),
        "index.html": PAGE.encode(),
        "page.js": STOCK.format(request=dumps(REQUEST)).encode(),
    }
    site = {f"ours/{name}": content for name, content in ours.items()}
    site |= {f"geared/{name}": content for name, content in geared.items()}
    site |= {f"stock/{name}": content for name, content in stock.items()}
    site |= siblings(site, paths.CACHE / "compressed")
    for address, content in site.items():
        file = root / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    cases = tuple(dumps(case.request, default=str) for case in data.cases)
    return Sites(root=root, answer=answer, cases=cases, people=tuple(people_of(load(policy))))


def people_of(scorer: Scorer) -> Iterator[str]:
    """Yield requests that are not refused."""
    drawn = random_requests(scorer.policy, 2 * PEOPLE, seed=3)
    accepted = (text for text in drawn if not scorer.reply("score_json", text).is_refused)
    yield from islice(accepted, PEOPLE)
