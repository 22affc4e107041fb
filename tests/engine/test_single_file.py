"""The one file that holds everything, opened from a disk with the network off."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.writing.engine import (
    Engine,
    EngineBuildError,
    EngineOptions,
    SingleFile,
    build_single_file,
)
from tests.engine.conftest import POLICY, REQUEST, TOY, open_visit
from tests.engine.test_kept_memory import OUT_OF_THE_FILE
from tests.engine.toy.scorer import load

HTML = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>toy</title><body><h1>玩具</h1><a href="#top">顶</a></body>
"""
MEGABYTES = 1024 * 1024


def page(html: str = HTML) -> SingleFile:
    return SingleFile(
        html=html, css="h1 { color: #123 }", first="document.first = 1", entry=TOY / "offline.js"
    )


@pytest.fixture(scope="session")
def single_file(toy: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, in a folder with a space and Chinese in its name."""
    file = tmp_path_factory.mktemp("我的 文件") / "沪积分 离线.html"
    file.write_bytes(build_single_file(page(), toy, EngineOptions()))
    return file


def test_it_is_small_enough_to_mail(single_file: Path) -> None:
    assert single_file.stat().st_size < 7 * MEGABYTES


def test_the_same_input_gives_the_same_bytes(single_file: Path, toy: Engine) -> None:
    assert build_single_file(page(), toy, EngineOptions()) == single_file.read_bytes()


def test_it_has_one_policy_and_loads_nothing(single_file: Path) -> None:
    text = single_file.read_text(encoding="utf-8")
    assert text.count("Content-Security-Policy") == 1
    assert ' src="' not in text


def test_it_carries_the_licences_of_what_is_in_it_and_not_ours(
    single_file: Path, toy: Engine
) -> None:
    text = single_file.read_text(encoding="utf-8")
    for licences in (text, toy.files[toy.licences].decode()):
        assert "Mozilla Public License Version 2.0" in licences
        assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in licences
        assert "Copyright (c) 2023 Paul Miller" in licences


@pytest.mark.parametrize(
    "html",
    [
        "<a href='score.html'>x</a>",
        "<img src='a.svg'>",
        "<link rel='stylesheet' href='a.css'>",
        "<script src='a.js'></script>",
        "<meta http-equiv='Content-Security-Policy' content='x'>",
        "<p style='color:red'>",
        "<p onclick='x()'>",
    ],
)
def test_a_page_that_needs_something_else_is_refused_with_what_it_needs(
    toy: Engine, html: str
) -> None:
    with pytest.raises(EngineBuildError, match=f"refers to what is not inside it[^<]*{html[:5]}"):
        build_single_file(page(HTML.replace("<h1>", html + "<h1>")), toy, EngineOptions())


@pytest.mark.browser
def test_it_scores_from_a_disk_without_a_network(chromium: Browser, single_file: Path) -> None:
    scores_offline(chromium, single_file)


@pytest.mark.firefox
def test_it_scores_in_firefox_too(firefox: Browser, single_file: Path) -> None:
    scores_offline(firefox, single_file)


def scores_offline(browser: Browser, file: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    opened = open_visit(context, file.as_uri())
    assert opened.ready() == "ready"
    for text in (REQUEST, "{", '{"on": "2024-02-29", "word": "没有"}'):
        assert opened.score(text) == load(POLICY).score_json(text)
    assert opened.stages() == OUT_OF_THE_FILE
    last = opened.events()[-1]
    assert last["loaded"] == last["total"]
    assert all(url.startswith(("file:", "blob:", "data:")) for url in opened.hosts)
    context.close()
