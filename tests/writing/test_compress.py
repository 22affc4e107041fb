import gzip
from base64 import b64encode
from pathlib import Path
from random import Random

import brotli
import pytest

from generator.writing.compress import siblings

TEXT = ("上海市居住证积分" * 100).encode()


def test_text_gets_siblings_that_unpack_to_the_same_bytes(tmp_path: Path) -> None:
    made = siblings({"a.html": TEXT}, tmp_path)
    assert brotli.decompress(made["a.html.br"]) == TEXT
    assert gzip.decompress(made["a.html.gz"]) == TEXT


def test_what_gains_nothing_gets_none(tmp_path: Path) -> None:
    assert not siblings({"a.html": b"short", "b.png": TEXT}, tmp_path)


def test_the_same_bytes_give_the_same_siblings(tmp_path: Path) -> None:
    assert siblings({"a.html": TEXT}, tmp_path / "1") == siblings({"a.html": TEXT}, tmp_path / "2")


def test_what_was_made_once_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = siblings({"a.html": TEXT}, tmp_path)
    monkeypatch.setattr("generator.writing.compress.brotli.compress", None)
    assert siblings({"other.html": TEXT}, tmp_path)["other.html.br"] == first["a.html.br"]


def carrying(text: bytes) -> bytes:
    """A single file with some text, larger than one that is packed as a whole."""
    part = b64encode(Random(1).randbytes(750_000))
    return text + b'<script type="text/plain" id="engine-wasm">' + part + b"</script>\n" + text


def test_what_a_single_file_carries_is_packed_once_and_for_all_its_texts(tmp_path: Path) -> None:
    for text in (b"one" * 1000, b"other" * 1000):
        made = siblings({"a.html": carrying(text)}, tmp_path)
        assert gzip.decompress(made["a.html.gz"]) == carrying(text)
        assert brotli.decompress(made["a.html.br"]) == carrying(text)
    assert len(list(tmp_path.iterdir())) == 1


def test_siblings_that_are_known_are_taken_as_they_are(tmp_path: Path) -> None:
    known = {"a.html.br": b"1", "a.html.gz": b"2"}
    assert siblings({"a.html": TEXT}, tmp_path, known=known) == known
    assert not list(tmp_path.iterdir())
