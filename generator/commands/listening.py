"""A server for a command: one that can't listen says so as a mistake of what was asked."""

from generator.commands.console import InputError
from generator.serving.server import Respond, Server


def listening(respond: Respond, host: str, port: int) -> Server:
    """The server, listening already; raises InputError where the port can't be had."""
    try:
        return Server(respond, host=host, port=port)
    except (OSError, OverflowError) as error:
        raise InputError(f"can't listen on {host}:{port}: {error}") from error
