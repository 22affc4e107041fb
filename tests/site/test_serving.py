import http.client
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from generator.serving.headers import HEADERS
from generator.serving.host import Request, answer
from generator.serving.server import Connection, Server, running
from generator.writing.compress import siblings
from generator.writing.publish import publish

PAGE = ("<p>上海市居住证积分</p>" * 50).encode()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    files = {
        "index.html": PAGE,
        "a/index.html": b"a",
        "a/b.wasm": b"\0asm",
        "assets/x.0123456789ab.js": b"1",
        HEADERS: b"/*\n  X-Frame-Options: DENY\n\n# not all\n/a/\n  X-Frame-Options: SAMEORIGIN\n/*.wasm\n\tX-Sort: b: c\n",
        "404.html": b"gone",
    }
    publish({**files, **siblings(files, tmp_path / "cache")}, tmp_path / "dist")
    (tmp_path / "secret").write_text("no", encoding="utf-8")

    def respond(request: Request, connection: Connection) -> None:
        connection.send(answer(tmp_path / "dist", request))

    with running(Server(respond, host="127.0.0.1", port=0)) as server:
        yield server.url.removeprefix("http://").rstrip("/")


def get(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(address, timeout=300)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_pages_come_with_their_type(address: str) -> None:
    response, body = get(address, "/")
    assert body == PAGE
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert get(address, "/a/b.wasm")[0].headers["Content-Type"] == "application/wasm"


def test_the_brotli_sibling_goes_to_those_who_take_it(address: str) -> None:
    response, body = get(address, "/index.html", **{"Accept-Encoding": "gzip, br;q=1.0"})
    assert response.headers["Content-Encoding"] == "br"
    assert brotli.decompress(body) == PAGE


def test_a_folder_leads_to_its_index(address: str) -> None:
    assert get(address, "/a")[0].headers["Location"] == "a/"
    assert get(address, "/a/")[1] == b"a"


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere.html",
        "/../secret",
        "/%2e%2e/secret",
        "/assets/",
        "//secret",
        "/_headers",
        "/%00",
        f"/{'x' * 300}",
    ],
)
def test_what_is_not_there_gets_the_site_s_own_page(address: str, path: str) -> None:
    response, body = get(address, path)
    assert response.status == 404
    assert body == b"gone"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_site_says_what_is_sent_along(address: str) -> None:
    assert get(address, "/")[0].headers["X-Frame-Options"] == "DENY"
    assert get(address, "/a/")[0].headers["X-Frame-Options"] == "SAMEORIGIN"
    assert get(address, "/nowhere")[0].headers["X-Frame-Options"] == "DENY"
    assert get(address, "/a/b.wasm")[0].headers["X-Sort"] == "b: c"


def test_what_a_browser_has_is_not_sent_again(address: str) -> None:
    known = get(address, "/")[0].headers["ETag"]
    response, body = get(address, "/", **{"If-None-Match": known})
    assert (response.status, body) == (304, b"")


def test_a_question_for_the_headers_alone_gets_no_body(address: str) -> None:
    connection = http.client.HTTPConnection(address, timeout=10)
    for _ in range(2):
        connection.request("HEAD", "/")
        response = connection.getresponse()
        assert response.headers["Content-Length"] == str(len(PAGE))
        assert response.read() == b""
    connection.close()


def test_the_server_is_for_this_machine_only(address: str) -> None:
    assert address.startswith("127.0.0.1:")


def test_assets_are_kept_and_pages_asked_for_again(address: str) -> None:
    assert "immutable" in get(address, "/assets/x.0123456789ab.js")[0].headers["Cache-Control"]
    assert get(address, "/")[0].headers["Cache-Control"] == "no-cache"
