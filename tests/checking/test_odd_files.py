"""Whatever a policy folder contains, the check answers with diagnostics, never with a traceback."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking import check
from generator.diagnostics import render_all
from tests.diagnostics.patching import TOY_POLICY

INDICATOR = "editions/2022-01-01/indicators/base/age.yaml"
CONTENTS: dict[str, bytes] = {
    "nothing": b"",
    "blank lines": b"\n\n\n",
    "a comment": b"# nothing else\n",
    "NUL": b"\0" * 100,
    "not UTF-8": bytes(range(256)),
    "UTF-16": "indicator: age\n".encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbfindicator: age\n",
    "tabs": b"indicator:\n\tage: 1\n",
    "old line ends": b"indicator: age\rtitle: x\r",
    "line separators": "indicator: age\u2028title: x\u2029clause: y\u0085".encode(),
    "a word": b"age\n",
    "a number": b"9" * 5000 + b"\n",
    "null": b"null\n",
    "a list": b"- 1\n- [2, {3: 4}]\n",
    "a list of lists": b"[[[[]]]]\n",
    "open brackets": b"[" * 100_000,
    "open braces": b"{a: " * 20_000,
    "dashes": b"- " * 20_000,
    "deep blocks": "".join(" " * depth + "a:\n" for depth in range(600)).encode(),
    "an alias of itself": b"&a [*a]\n",
    "many aliases": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n",
    "an unknown alias": b"a: *nowhere\n",
    "merge keys": b"<<: {a: 1}\n<<: {b: 2}\n",
    "a strange tag": b"!!python/object/apply:os.system ['true']\n",
    "a directive": b"%YAML 9.9\n---\na: 1\n",
    "a broken directive": b"%TAG\n---\n",
    "two documents": b"---\na: 1\n---\nb: 2\n...\n",
    "a list as key": b"? [a, b]\n: c\n",
    "an empty key": b": 1\n'': 2\n",
    "an open quote": b"title: 'never ends\n\n\n",
    "a bad escape": b'title: "\\q"\n',
    "a surrogate": b'title: "\\ud800"\nclause: "\\udfff"\n',
    "escaped controls": b'title: "\\0\\a\\e\\x85"\n',
    "huge numbers": b"rule: {kind: flat, points: 1e999999999, cap: 99999999999999999999999}\n",
    "not numbers": b"rule: {kind: flat, points: .inf, question: .nan, cap: 0x7f}\n",
    "odd dates": b"edition: 0000-00-00\nin_force: {from: 9999-99-99, to: 2023-02-30}\n",
    "full-width digits": "rule: {kind: flat, points: １２, question: x}\n".encode(),
    "quoted keys": b"'indicator': age\n\"title\": x\n",
    "a long line": b"title: " + b"x" * 300_000 + b"\n",
    "emoji": "title: 👨‍👩‍👧 🏳️‍🌈\n".encode(),
    "JSON": b'{"indicator": "age", "rule": {"kind": "bands", "bands": [{"at_least": []}]}}\n',
}
FILES = [
    INDICATOR,
    "policy.yaml",
    "questions.yaml",
    "yardsticks.yaml",
    "people.yaml",
    "editions/2022-01-01/edition.yaml",
    "editions/2022-01-01/cases/rules.yaml",
    "editions/2022-01-01/texts/age.md",
]


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A copy of the toy policy."""
    return shutil.copytree(TOY_POLICY, tmp_path / "toy")


@pytest.mark.parametrize("name", CONTENTS)
def test_an_indicator_with_odd_content_is_reported(name: str, policy: Path) -> None:
    (policy / INDICATOR).write_bytes(CONTENTS[name])
    assert f"toy/{INDICATOR}:" in render_all(check(policy, shown="toy"))


@pytest.mark.parametrize("shift", range(5))
def test_several_odd_files_at_once_are_all_reported(shift: int, policy: Path) -> None:
    contents = list(CONTENTS.values())
    for position, file in enumerate(FILES):
        (policy / file).write_bytes(contents[(shift * len(FILES) + position) % len(contents)])
    text = render_all(check(policy, shown="toy"))
    text.encode("utf-8")
    assert all(f"toy/{file}:" in text for file in FILES if file.endswith(".yaml"))


def test_random_bytes_are_reported(policy: Path) -> None:
    randomness = random.Random(7)
    original = (policy / INDICATOR).read_bytes()
    for _ in range(15):
        content = bytearray(original)
        for _ in range(randomness.randint(1, 8)):
            content[randomness.randrange(len(content))] = randomness.randrange(256)
        (policy / INDICATOR).write_bytes(content)
        render_all(check(policy, shown="toy")).encode("utf-8")


ARRANGEMENTS: dict[str, Callable[[Path], object]] = {
    "nothing at all": shutil.rmtree,
    "an empty folder": lambda policy: [shutil.rmtree(path) for path in _folders(policy)],
    "a file": lambda policy: [shutil.rmtree(policy), policy.write_bytes(b"a: 1\n")],
    "no editions": lambda policy: shutil.rmtree(policy / "editions"),
    "an edition of nothing": lambda policy: (policy / "editions" / "2026-01-01").mkdir(),
    "an edition with an odd name": lambda policy: (policy / "editions" / "later\n").mkdir(),
    "a folder in place of a file": lambda policy: _in_place(policy / INDICATOR),
    "a folder in place of a text": lambda policy: _in_place(policy / "pages" / "steps.md"),
    "a link to itself": lambda policy: (policy / "loop.yaml").symlink_to("loop.yaml"),
    "a link to its own folder": lambda policy: (policy / "pages" / "more").symlink_to(policy),
    "a broken link": lambda policy: (policy / "pages" / "x.md").symlink_to("nowhere"),
    "a pipe": lambda policy: os.mkfifo(policy / "pages" / "pipe.md"),
    "a name that is not UTF-8": lambda policy: Path(
        os.fsdecode(os.fsencode(policy) + b"/\xff\xfe.yaml")
    ).write_bytes(b""),
}


def _folders(policy: Path) -> list[Path]:
    for path in policy.glob("*.yaml"):
        path.unlink()
    return list(policy.iterdir())


def _in_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("name", ARRANGEMENTS)
def test_an_odd_folder_is_reported(name: str, policy: Path) -> None:
    ARRANGEMENTS[name](policy)
    assert "error P" in render_all(check(policy, shown="toy"))
    render_all(check(policy)).encode("utf-8")
