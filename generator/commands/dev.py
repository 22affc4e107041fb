"""``generator dev``: show the site as it is saved, and begin again where the generator itself is saved."""

import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path

from watchfiles import PythonFilter, run_process, watch

from generator import paths
from generator.commands.console import FINE, say, shown
from generator.commands.listening import listening
from generator.dev.answering import answer_of
from generator.dev.background_check import BackgroundCheck
from generator.dev.session import Session
from generator.serving.host import Request
from generator.serving.server import Connection, Server
from generator.standing import BuildOptions

_GATHERED = 20
"""Milliseconds for which further files of one save are waited for."""


def run(policy_data: Path, host: str, port: int) -> int:
    """Serve until interrupted; raises InputError where the port can't be had."""
    listening(_nothing, host, port).server_close()
    # It logs that it was interrupted, which whoever pressed Ctrl+C knows.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    with suppress(KeyboardInterrupt):
        run_process(
            paths.PACKAGE,
            target=work,
            args=(policy_data.resolve(), host, port),
            watch_filter=PythonFilter(),
        )
    return FINE


def work(policy_data: Path, host: str, port: int) -> None:
    """Serve and watch, until the process ends."""
    options = BuildOptions(policy_data=policy_data, shown=shown(policy_data))
    check = BackgroundCheck()
    session = Session(options, check)

    def respond(request: Request, connection: Connection) -> None:
        connection.send(answer_of(session, options.templates, request))

    with Server(respond, host=host, port=port) as server, suppress(KeyboardInterrupt):
        session.saved(())
        say(f"{server.url}  (Ctrl+C stops)\n", sys.stdout)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for changes in watch(policy_data, options.templates, debounce=_GATHERED, step=_GATHERED):
            session.saved(Path(file) for _, file in changes)
    check.stop()


def _nothing(_request: Request, _connection: Connection) -> None:
    """Answers nothing: only whether the port is free is asked."""
