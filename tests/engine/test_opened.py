"""The finished site is opened once before it is shown: what does not answer right is not shown."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.writing.engine import (
    Engine,
    EngineBuildError,
    EngineOptions,
    SelfCheck,
    SingleFile,
    build_single_file,
    require_answers,
    require_samples,
)
from generator.writing.engine.in_node import hosted_worker
from tests.engine.conftest import POLICY, REQUEST, TOY, write_site
from tests.engine.test_single_file import HTML
from tests.engine.toy.scorer import load

FILE = "offline.html"
SAMPLE = SelfCheck(method="score_json", request=REQUEST, answer=load(POLICY).score_json(REQUEST))

pytestmark = pytest.mark.slow


@pytest.fixture
def site(toy: Engine, tmp_path: Path) -> Path:
    """The toy's site and its single file."""
    folder = tmp_path / "site"
    write_site(toy, folder)
    page = SingleFile(html=HTML, css="", first="", entry=TOY / "offline.js")
    (folder / FILE).write_bytes(build_single_file(page, toy, EngineOptions()))
    return folder


def require(site: Path, toy: Engine, sample: SelfCheck = SAMPLE) -> None:
    options = EngineOptions(cache=site.parent / "cache")
    require_answers(site, toy, sample, options, single_file=FILE)


def damage(file: Path) -> None:
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])


def test_a_whole_site_passes_and_is_not_opened_again_until_a_byte_changes(
    site: Path, toy: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    require(site, toy)
    monkeypatch.setenv("PATH", "")
    require(site, toy)
    damage(site / toy.parts["policy"].address)
    with pytest.raises(EngineBuildError):
        require(site, toy)


@pytest.mark.parametrize("role", ["glue", "wasm", "stdlib", "scoring", "policy"])
def test_a_site_with_a_damaged_part_is_refused(site: Path, toy: Engine, role: str) -> None:
    damage(site / toy.parts[role].address)
    with pytest.raises(EngineBuildError, match="is not on the disk as it was written"):
        require(site, toy)


def test_an_engine_that_does_not_start_is_refused_with_what_it_says(
    site: Path, toy: Engine
) -> None:
    wasm = toy.parts["wasm"].address
    (site / wasm).write_bytes(b"no WebAssembly")
    lying = replace(toy, files={**toy.files, wasm: b"no WebAssembly"})
    with pytest.raises(EngineBuildError, match=r"worker\..*integrity: pyodide\..*too short"):
        require(site, lying)


@pytest.mark.parametrize("role", ["wasm", "stdlib", "scoring", "policy", "worker"])
def test_a_single_file_with_a_damaged_part_is_refused(site: Path, toy: Engine, role: str) -> None:
    text = (site / FILE).read_text(encoding="utf-8")
    start = text.index(f'id="engine-{role}">') + len(f'id="engine-{role}">')
    middle = start + (text.index("<", start) - start) // 2 // 4 * 4
    (site / FILE).write_text(text[:middle] + "AAAA" + text[middle + 4 :], encoding="utf-8")
    with pytest.raises(EngineBuildError, match=r"offline\.html"):
        require(site, toy)


def test_a_wrong_answer_is_refused(site: Path, toy: Engine) -> None:
    with pytest.raises(EngineBuildError, match="answers otherwise than CPython does"):
        require(site, toy, replace(SAMPLE, answer="{}"))


def test_rules_of_the_same_kinds_are_asked_in_one_start_and_a_wrong_answer_is_refused(
    toy: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = EngineOptions(cache=tmp_path)
    other = replace(SAMPLE, request=REQUEST.replace("06-30", "05-31"))
    right = replace(other, answer=load(POLICY).score_json(other.request))
    with pytest.raises(EngineBuildError, match=r"policy\..*answers otherwise than CPython does"):
        require_samples([(toy, SAMPLE), (toy, replace(right, answer="{}"))], options)
    require_samples([(toy, SAMPLE), (toy, right)], options)
    monkeypatch.setenv("PATH", "")
    require_samples([(toy, SAMPLE), (toy, right)], options)


def test_a_folder_whose_name_the_locale_can_t_read_is_opened_by_its_bytes(tmp_path: Path) -> None:
    site = tmp_path / "站点"
    site.mkdir()
    (site / "worker.js").write_text("1", encoding="utf-8")
    as_ascii = "站点".encode().decode("ascii", "surrogateescape")
    assert hosted_worker(tmp_path / as_ascii, "worker.js") == hosted_worker(site, "worker.js")
