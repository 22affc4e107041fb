import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from generator.serving import ServeOptions, address_of, make_server
from generator.writing.compress import siblings
from generator.writing.publish import publish

PAGE = ("<p>上海市居住证积分</p>" * 50).encode()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    files = {"index.html": PAGE, "a/index.html": b"a", "a/b.wasm": b"\0asm", "assets/x.js": b"1"}
    publish({**files, **siblings(files, tmp_path / "cache")}, tmp_path / "dist")
    (tmp_path / "secret").write_text("no", encoding="utf-8")
    with make_server(ServeOptions(dist=tmp_path / "dist", port=0)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield address_of(server).removeprefix("http://").rstrip("/")
        server.shutdown()
        thread.join()


def get(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(address, timeout=10)
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
    assert get(address, "/a")[0].headers["Location"] == "/a/"
    assert get(address, "/a/")[1] == b"a"


@pytest.mark.parametrize("path", ["/nowhere.html", "/../secret", "/%2e%2e/secret", "/assets/"])
def test_nothing_else_is_shown(address: str, path: str) -> None:
    assert get(address, path)[0].status == 404


def test_the_server_is_for_this_machine_only(address: str) -> None:
    assert address.startswith("127.0.0.1:")


def test_assets_are_kept_and_pages_asked_for_again(address: str) -> None:
    assert "immutable" in get(address, "/assets/x.js")[0].headers["Cache-Control"]
    assert get(address, "/")[0].headers["Cache-Control"] == "no-cache"
