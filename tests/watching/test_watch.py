"""A watch of sources, on addresses of this machine and on answers that are made up."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.commands.console import InputError
from generator.commands.sources import run
from generator.loading.policies import policies_in
from generator.serving.host import Request, answer
from generator.serving.server import Connection, Server, running
from generator.watching.fetching import Fetched, digest_of, fetch
from tests.diagnostics.patching import TOY_POLICY

ADDRESS = "https://toy.example/rules"
DAY = date(2026, 3, 1)


def watched(
    kept: Path, came: Fetched, form: str, capsys: pytest.CaptureFixture[str], on: date = DAY
) -> str:
    assert run(policies_in(TOY_POLICY, "toy"), on, kept, form, ask=lambda _: came) == 0
    return capsys.readouterr().out


def test_what_changed_or_is_gone_is_listed_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "seen.json"
    assert watched(kept, Fetched(digest="a"), "markdown", capsys) == ""
    assert watched(kept, Fetched(digest="a"), "markdown", capsys) == ""
    later = watched(kept, Fetched(digest="b"), "markdown", capsys, date(2026, 3, 8))
    assert (
        f"- `rules-2022` {ADDRESS} says something else than before (last seen 2026-03-01)" in later
    )
    gone = watched(kept, Fetched(is_gone=True, trouble="404 Not Found"), "markdown", capsys)
    assert "is gone (last seen 2026-03-08): 404 Not Found; looked at on 2025-06-30" in gone


def test_what_cannot_be_reached_keeps_what_was_known_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "seen.json"
    watched(kept, Fetched(digest="a"), "json", capsys)
    missed = watched(kept, Fetched(trouble="timed out"), "json", capsys)
    (source,) = json.loads(missed)["sources"]
    assert (source["state"], source["seen_on"]) == ("not_reached", "2026-03-01")
    assert watched(kept, Fetched(trouble="timed out"), "markdown", capsys) == ""
    assert json.loads(kept.read_text("utf-8")) == {ADDRESS: {"on": "2026-03-01", "digest": "a"}}


def test_where_the_disk_is_full_what_changed_is_told_and_what_was_kept_stays(
    tmp_path: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "seen.json"
    watched(kept, Fetched(digest="a"), "json", capsys)
    before = kept.read_bytes()
    request.getfixturevalue("full_disk")
    with pytest.raises(InputError, match="No space left"):
        watched(kept, Fetched(digest="b"), "markdown", capsys)
    assert "says something else than before" in capsys.readouterr().out
    assert kept.read_bytes() == before


def test_a_page_is_its_words_and_not_its_layout() -> None:
    one = digest_of(b"<p>a <b>b</b></p><script>1</script>", "text/html", "utf-8")
    other = digest_of(b"<div><p>a\n  b</p></div><script>2</script>", "text/html", "nonsense")
    assert one == other
    assert one != digest_of(b"<p>a c</p>", "text/html", "utf-8")
    assert digest_of(b"<p>", "application/pdf", "utf-8") != digest_of(b"<q>", "application/pdf", "")


def test_addresses_are_asked_for_as_a_browser_would(tmp_path: Path) -> None:
    (tmp_path / "rules.html").write_text("<p>rules</p>", encoding="utf-8")

    def respond(request: Request, connection: Connection) -> None:
        connection.send(answer(tmp_path, request))

    with running(Server(respond, host="127.0.0.1", port=0)) as server:
        assert fetch(f"{server.url}rules.html").digest
        assert fetch(f"{server.url}nowhere.html").is_gone
        url = server.url
    assert fetch(f"{url}rules.html").trouble
    assert not fetch("https://").digest
