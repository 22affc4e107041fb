"""HTTP around a host: threads, kept connections, and an end that browsers notice."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import override
from urllib.parse import unquote, urlsplit

from generator.serving.host import Answer, Request

type Respond = Callable[[Request, "Connection"], None]
"""Answers a request by what it sends over the connection."""


class Connection:
    """A browser that waits for an answer."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self._handler = handler

    def begin(self, answer: Answer) -> None:
        """Sends status and headers, and says how long the body will be."""
        self._handler.send_response(answer.status)
        for name, value in answer.headers.items():
            self._handler.send_header(name, value)
        if answer.status is not HTTPStatus.NOT_MODIFIED:
            self._handler.send_header("Content-Length", str(len(answer.body)))
        self._handler.end_headers()

    def send(self, answer: Answer) -> None:
        """Sends the whole answer."""
        self.begin(answer)
        self.write(answer.body)

    def write(self, piece: bytes) -> None:
        """Sends a piece of the body, at once."""
        if self._handler.command != "HEAD":
            self._handler.wfile.write(piece)

    def cut(self) -> None:
        """Ends the connection in the middle of whatever was said."""
        self._handler.close_connection = True
        self._handler.connection.shutdown(socket.SHUT_RDWR)


class Server(ThreadingHTTPServer):
    """Serves below a prefix; bound as soon as it is made. Raises OSError where the port can't be had."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, respond: Respond, *, host: str, port: int, prefix: str = "/") -> None:
        super().__init__((host, port), _Handler)
        self.respond = respond
        self.prefix = prefix
        self.open_sockets: set[socket.socket] = set()

    @property
    def port(self) -> int:
        """The port that it got."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return f"http://{self.server_address[0]!s}:{self.port}{self.prefix}"

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no error of the host's."""

    def end_connections(self) -> None:
        """Closes kept connections too: a stopped host must look stopped."""
        for connection in tuple(self.open_sockets):
            connection.close()


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """Serves from a thread of its own until the block ends."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.end_connections()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    @override
    def setup(self) -> None:
        super().setup()
        self.server.open_sockets.add(self.connection)

    @override
    def finish(self) -> None:
        self.server.open_sockets.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        connection = Connection(self)
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.server.prefix):
            connection.send(Answer(status=HTTPStatus.NOT_FOUND, headers={}, body=b"not found"))
            return
        tokens = self.headers.get("Accept-Encoding", "").split(",")
        request = Request(
            address=path.removeprefix(self.server.prefix),
            accepted=frozenset(token.partition(";")[0].strip() for token in tokens),
            known=self.headers.get("If-None-Match", ""),
        )
        self.server.respond(request, connection)

    def do_HEAD(self) -> None:
        self.do_GET()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""
