"""The engine in WebKitGTK: hosted, from kept memory, and as the single file from a disk."""

from pathlib import Path
from typing import Final

import pytest

from generator.writing.engine import Engine, EngineOptions, build_single_file
from tests.browser import StaticHost
from tests.engine.conftest import POLICY, REQUEST
from tests.engine.test_kept_memory import FROM_MEMORY, FROM_NOTHING, OUT_OF_THE_FILE
from tests.engine.test_single_file import page
from tests.engine.toy.scorer import load
from tests.webkit import WebKit

pytestmark = pytest.mark.webkit

TEXTS: Final = (REQUEST, "{", '{"on": "2024-02-29", "word": "没有"}')
STAGES: Final = "[...new Set(document.events.map((event) => event.stage))]"
KEPT: Final = """(async () => {
  for (;;) {
    const keys = await (await caches.open((await caches.keys()).find((name) => name.startsWith('hujifen-engine:')))).keys();
    if (keys.some((key) => key.url.includes('/memory/'))) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
})()"""


def scores_right(webkit: WebKit) -> bool:
    scorer = load(POLICY)
    return all(
        webkit.run("window.hujifen.scoreJson(arguments[0])", text) == scorer.score_json(text)
        for text in TEXTS
    )


def test_it_gives_the_same_bytes_and_starts_from_kept_memory(
    webkit: WebKit, host: StaticHost
) -> None:
    webkit.open(host.url)
    assert scores_right(webkit)
    assert webkit.run(STAGES) == FROM_NOTHING
    assert webkit.run(KEPT)
    # A driven WebKitGTK forgets what lies in Cache Storage when it leaves a page: start anew on the same one.
    webkit.run("document.events.splice(0), document.engine.retry()")
    assert scores_right(webkit)
    assert webkit.run(STAGES) == FROM_MEMORY


def test_the_single_file_scores_from_a_disk(webkit: WebKit, toy: Engine, tmp_path: Path) -> None:
    file = tmp_path / "我的 文件.html"
    file.write_bytes(build_single_file(page(), toy, EngineOptions()))
    webkit.open(file.as_uri())
    assert scores_right(webkit)
    assert webkit.run(STAGES) == OUT_OF_THE_FILE
