"""A slower processor for everything that a page does, its workers included.

The developer tools' own throttling stops at the page's main thread ("only supported for pages, not
workers"), so the renderer processes are stopped and continued in turns: of each period they get one part.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

PERIOD_SECONDS: Final = 0.02
LOOK_AGAIN_SECONDS: Final = 0.03


@contextmanager
def slowed(browser: Browser, factor: int) -> Iterator[None]:
    """Give the browser's renderers one `factor`-th of the time until the block ends."""
    if factor == 1:
        yield
        return
    ended = threading.Event()
    root = _browser_process(browser)
    thread = threading.Thread(target=_take_turns, args=(root, factor, ended))
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _browser_process(browser: Browser) -> int:
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return next(int(process["id"]) for process in processes if process["type"] == "browser")


def _take_turns(root: int, factor: int, ended: threading.Event) -> None:
    renderers: list[int] = []
    looked = 0.0
    while not ended.is_set():
        if time.monotonic() - looked > LOOK_AGAIN_SECONDS:
            renderers, looked = _renderers(root), time.monotonic()
        _signal(renderers, signal.SIGSTOP)
        time.sleep(PERIOD_SECONDS * (factor - 1) / factor)
        _signal(renderers, signal.SIGCONT)
        time.sleep(PERIOD_SECONDS / factor)


def _signal(processes: list[int], number: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, number)


def _renderers(root: int) -> list[int]:
    """The renderer processes among the descendants of the browser's own process."""
    parents: dict[int, int] = {}
    renderers = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        with suppress(OSError):
            # The name of the program stands in brackets and may hold anything.
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            parents[int(folder.name)] = int(fields[1])
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                renderers.append(int(folder.name))
    return [process for process in renderers if _descends(process, root, parents)]


def _descends(process: int, root: int, parents: dict[int, int]) -> bool:
    while process and process != root:
        process = parents.get(process, 0)
    return process == root
