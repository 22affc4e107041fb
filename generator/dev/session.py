"""A time of work: what is saved becomes a new draft, readers are told, and a check runs behind it."""

import gc
import json
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.dev.background_check import BackgroundCheck
from generator.dev.draft import Draft, ReadPolicy, read_policies
from generator.dev.engines import Engines, make_engines, with_new_scripts
from generator.dev.people import Verdicts, people_now, verdicts_of
from generator.diagnostics import DataErrors, Diagnostic
from generator.loading.file_memory import FileMemory
from generator.rendering.compiled import CompiledTemplates
from generator.standing import BuildOptions
from generator.writing.engine.errors import EngineBuildError

_LONGEST_WAIT: Final = 20.0
"""Seconds that a reader is kept waiting for news before it has to ask again."""


class Session:
    """The draft of now, or what keeps it from being made; each save is a new revision."""

    def __init__(self, options: BuildOptions, check: BackgroundCheck) -> None:
        self._options = options
        self._check = check
        self._memory = FileMemory()
        self._compiled = CompiledTemplates(options.cache)
        self._engines: Engines | None = None
        self._read: tuple[ReadPolicy, ...] = ()
        self._draft: Draft | None = None
        self._mistakes: tuple[Diagnostic, ...] = ()
        self._said = ""
        self._first: Verdicts | None = None
        self._news = threading.Condition()
        self._making = threading.RLock()
        self._revision = 0
        self._checked = ""

    def saved(self, files: Iterable[Path]) -> None:
        """Makes the draft anew after these files were saved; the first time, all of it."""
        changed = frozenset(files)
        with self._making:
            try:
                self._make(changed)
                self._mistakes, self._said = (), ""
            except DataErrors as errors:
                self._draft, self._mistakes, self._said = None, errors.diagnostics, ""
            except EngineBuildError as error:
                self._draft, self._mistakes, self._said = None, (), str(error)
        self._tell(checked="")
        revision = self._revision
        self._check.start(
            self._options.policy_data, lambda said: self._tell(checked=said, of=revision)
        )

    def file(self, address: str) -> bytes | tuple[Diagnostic, ...] | str | None:
        """What stands at the address: its bytes, the mistakes in its place, esbuild's words, or nothing."""
        with self._making:
            if self._draft is None:
                return self._mistakes or self._said
            try:
                return self._draft.file(address)
            except DataErrors as errors:
                return errors.diagnostics

    def news(self, after: str) -> bytes:
        """What the panel shows, as JSON; waits while there is nothing newer than ``after``."""
        with self._news:
            self._news.wait_for(lambda: self._stamp != after, timeout=_LONGEST_WAIT)
            stamp, checked = self._stamp, self._checked
        with self._making:
            now = verdicts_of(self._read)
            if self._first is None and now:
                self._first = now
            shown = {
                "stamp": stamp,
                "revision": stamp.partition("-")[0],
                "people": people_now(self._first or {}, now),
                "engine_behind": self._draft is not None and self._draft.is_ahead_of_engine,
                "checked": json.loads(checked) if checked else None,
            }
        return json.dumps(shown, ensure_ascii=False).encode()

    @property
    def revision(self) -> int:
        """Which save the draft is of."""
        return self._revision

    @property
    def _stamp(self) -> str:
        return f"{self._revision}-{1 if self._checked else 0}"

    def _make(self, changed: frozenset[Path]) -> None:
        if self._draft is not None and changed and all(file.suffix == ".css" for file in changed):
            self._draft.take_styles()
            return
        if self._engines is None:
            self._engines = make_engines(self._options)
        elif any(file.suffix in {".js", ".mjs"} for file in changed):
            self._engines = with_new_scripts(self._engines, self._options)
        before = self._read if self._draft is not None else ()
        self._read = read_policies(self._options, self._memory, before, changed)
        self._draft = Draft(self._read, self._engines, self._options, self._compiled)
        if not changed:
            # Most of what was read now stays: a later save need not wait while all of it is searched for garbage.
            gc.freeze()

    def _tell(self, *, checked: str, of: int | None = None) -> None:
        with self._news:
            if of is None:
                self._revision += 1
            elif of != self._revision:
                return
            self._checked = checked
            self._news.notify_all()
