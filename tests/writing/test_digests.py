"""The hash of a file of the site is taken once, and is the one that is known where one is."""

from hashlib import sha256

import pytest

from generator import digests
from generator.digests import Digests
from generator.mark import mark_of
from generator.writing.engine import EngineOptions, service_worker


def test_the_hash_of_a_file_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bytes] = []

    def counted(content: bytes) -> object:
        taken.append(content)
        return sha256(content)

    monkeypatch.setattr(digests, "sha256", counted)
    of_site = Digests({"known.html": "ab"})
    assert of_site.of("known.html", b"k") == "ab"
    assert of_site.of("a.html", b"a") == sha256(b"a").hexdigest() == of_site.of("a.html", b"a")
    assert taken == [b"a"]


def test_the_service_worker_and_the_mark_of_the_output_go_by_the_hash_that_is_known() -> None:
    files, known = {"a.html": b"a"}, Digests({"a.html": "00" * 32})
    assert f"{'00' * 32}  a.html" in mark_of(files, known).decode()
    script = service_worker(files, EngineOptions(), digests=known)["sw.js"].decode()
    assert f"sha256-{'A' * 43}=" in script
