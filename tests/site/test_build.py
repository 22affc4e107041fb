from pathlib import Path

import pytest

from generator import paths
from generator.building.build import build
from generator.building.kept_site import KeptSite
from generator.loading.model import PolicyText
from generator.mark import MARK
from generator.paging.self_check_page import CasesFile
from generator.standing import BuildOptions
from generator.writing.links import BrokenLinksError
from generator.writing.output import Files, OutputError, merge
from generator.writing.publish import publish

NO_CASES = CasesFile(
    key="", digest="", address="assets/cases.json", files={"assets/cases.json": b"[]"}, requests=()
)


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def options(tmp_path: Path) -> BuildOptions:
    return BuildOptions(dist=tmp_path / "dist", cache=paths.CACHE, with_engine=False)


def test_the_same_input_gives_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    again, cache = tmp_path / "dist", tmp_path / "cache"
    build(BuildOptions(dist=again, cache=cache, with_engine=False, with_gallery=True))
    assert content(again) == content(dist)


def test_the_gallery_of_a_policy_without_reference_levels_links_to_none(tmp_path: Path) -> None:
    tally = paths.PROJECT / "tests" / "toy_tally"
    dist = tmp_path / "dist"
    build(BuildOptions(policy_data=tally, dist=dist, with_engine=False, with_gallery=True))
    assert (dist / "gallery.html").is_file()


@pytest.mark.slow
def test_with_the_engine_too_the_same_input_gives_the_same_bytes(
    whole_site: Path, tmp_path: Path
) -> None:
    again = tmp_path / "dist"
    build(BuildOptions(dist=again, cache=paths.CACHE))
    assert content(again) == content(whole_site)
    for promised in ("hujifen-offline.html", "manifest.webmanifest", "sw.js"):
        assert (again / promised).is_file()


@pytest.mark.parametrize(
    ("step", "failure"),
    [
        ("policies_of_site.load_checked", RuntimeError("broken")),
        ("policies_of_site.cases_file", KeyboardInterrupt()),
        ("build.site_text", RuntimeError("broken")),
        ("build.search_script", KeyboardInterrupt()),
        ("build.require_links", RuntimeError("broken")),
        ("build.siblings", KeyboardInterrupt()),
        ("build.publish", RuntimeError("broken")),
    ],
)
def test_a_step_that_fails_leaves_the_old_site(
    policy: PolicyText,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: BaseException,
) -> None:
    monkeypatch.setattr(KeptSite, "policy", lambda *_: None)
    monkeypatch.setattr("generator.building.policies_of_site.load_checked", lambda *_, **__: policy)
    monkeypatch.setattr("generator.building.policies_of_site.cases_file", lambda *_: NO_CASES)
    chosen = options(tmp_path)
    publish({"index.html": b"old"}, chosen.dist)

    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(f"generator.building.{step}", fail)
    with pytest.raises(type(failure)):
        build(chosen)
    assert content(chosen.dist).keys() == {"index.html", MARK}
    assert (chosen.dist / "index.html").read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["dist"]


def test_a_folder_of_somebody_s_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("generator.building.policies_of_site.load_checked", None)
    with pytest.raises(OutputError, match="no list of what a build made there"):
        build(BuildOptions(dist=tmp_path))


def test_a_broken_link_stops_the_build(
    policy: PolicyText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_a_page(*parts: Files) -> dict[str, bytes]:
        return {name: data for name, data in merge(*parts).items() if name != "score.html"}

    monkeypatch.setattr(KeptSite, "policy", lambda *_: None)
    monkeypatch.setattr("generator.building.policies_of_site.load_checked", lambda *_, **__: policy)
    monkeypatch.setattr("generator.building.policies_of_site.cases_file", lambda *_: NO_CASES)
    monkeypatch.setattr("generator.building.build.merge", without_a_page)
    with pytest.raises(BrokenLinksError, match=r"index\.html: link to 'score\.html'"):
        build(options(tmp_path))
    assert not (tmp_path / "dist").exists()


def test_a_policy_without_a_guide_and_without_facts_has_a_whole_site_of_its_own(
    tmp_path: Path,
) -> None:
    toy = paths.PROJECT / "tests" / "toy_policy"
    assert not (toy / "guide").exists()
    assert not (toy / "facts.yaml").exists()
    dist = tmp_path / "dist"
    build(BuildOptions(policy_data=toy, dist=dist, cache=paths.CACHE))
    assert not (dist / "papers.html").exists()
    assert "papers.html" not in (dist / "calculator.html").read_text("utf-8")
    assert (dist / "hujifen-offline.html").is_file()
