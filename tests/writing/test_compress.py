import gzip
from pathlib import Path

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
