"""``generator serve``: show the built site on this machine."""

import sys
from contextlib import suppress
from pathlib import Path

from generator.commands.console import FINE, InputError, say, shown
from generator.commands.listening import listening
from generator.serving.host import Request, answer
from generator.serving.server import Connection


def run(dist: Path, host: str, port: int) -> int:
    """Serve until interrupted; raises InputError where there is no site or the port can't be had."""
    if dist.is_file():
        raise InputError(f"{shown(dist)} is a file: name the folder of a site")
    if not dist.is_dir():
        raise InputError(f"{shown(dist)} is not there; `generator build` makes it")

    def respond(request: Request, connection: Connection) -> None:
        connection.send(answer(dist, request))

    server = listening(respond, host, port)
    say(f"{server.url}  (Ctrl+C stops)\n", sys.stdout)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return FINE
