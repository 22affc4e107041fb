"""A server for looking at ``dist`` on this machine: static files, compressed siblings, nothing else."""

import os
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path
from typing import override

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_KEEP = "public, max-age=31536000, immutable"
"""For assets: their names change with their content."""
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What to show and where; port 0 takes a free one."""

    dist: Path
    host: str = "127.0.0.1"
    port: int = 8000


def make_server(options: ServeOptions) -> ThreadingHTTPServer:
    """A server that is bound but not yet answering; raises OSError where the port is taken."""
    handler = partial(_Handler, directory=str(options.dist))
    return ThreadingHTTPServer((options.host, options.port), handler)


def address_of(server: ThreadingHTTPServer) -> str:
    """What to open in a browser."""
    return f"http://{server.server_address[0]!s}:{server.server_address[1]}/"


def serve(options: ServeOptions) -> None:
    """Prints the address and serves until interrupted."""
    with make_server(options) as server:
        print(f"{address_of(server)}  (Ctrl+C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


class _Handler(SimpleHTTPRequestHandler):
    """Sends the ``.br`` or ``.gz`` sibling where the browser takes it; folders are not listed."""

    protocol_version = "HTTP/1.1"
    extensions_map = _TYPES

    @override
    def send_head(self) -> BufferedIOBase | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                self._move()
                return None
            path /= "index.html"
        accepted = {
            part.split(";")[0].strip()
            for part in self.headers.get("Accept-Encoding", "").split(",")
        }
        for encoding, suffix in _ENCODINGS:
            sibling = path.with_name(path.name + suffix)
            if encoding in accepted and sibling.is_file():
                return self._open(sibling, path, encoding)
        return self._open(path, path, "")

    def _open(self, file: Path, named: Path, encoding: str) -> BufferedIOBase | None:
        try:
            content = file.open("rb")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "Not found")
            return None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES.get(named.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(os.fstat(content.fileno()).st_size))
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Cache-Control", _KEEP if "assets" in named.parts else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        return content

    def _move(self) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", self.path.split("?")[0] + "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""
