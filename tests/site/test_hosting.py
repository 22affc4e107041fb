"""What hosts are told, tried on the host of our own."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest

from generator import paths
from generator.building.build import build
from generator.serving.host import Request, answer
from generator.standing import BuildOptions, SecurityContact


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy policy's site, below a path of its host."""
    folder = tmp_path_factory.mktemp("hosted") / "dist"
    contact = SecurityContact(address="mailto:a@example.org", until=date(2027, 1, 1))
    build(
        BuildOptions(
            policy_data=paths.PROJECT / "tests" / "toy_policy",
            dist=folder,
            cache=paths.CACHE,
            with_engine=False,
            base_url="https://example.org/points",
            security_contact=contact,
        )
    )
    return folder


def test_every_answer_says_what_browsers_may_do_with_it(dist: Path) -> None:
    for address in ("", "indicators/age.html", "nowhere/at/all.html"):
        headers = answer(dist, Request(address=address)).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_assets_may_be_kept_and_pages_may_not(dist: Path) -> None:
    (style,) = (dist / "assets").glob("site.*.css")
    kept = answer(dist, Request(address=f"assets/{style.name}")).headers["Cache-Control"]
    assert "immutable" in kept
    assert answer(dist, Request(address="score.html")).headers["Cache-Control"] == "no-cache"
    uncached = answer(dist, Request(address=f"assets/{style.name}"), cached=False)
    assert uncached.headers["Cache-Control"] == "no-store"


def test_an_address_with_nothing_gets_a_page_whose_links_hold_at_any_depth(dist: Path) -> None:
    found = answer(dist, Request(address="nowhere/at/all.html"))
    page = found.body.decode()
    assert found.status is HTTPStatus.NOT_FOUND
    assert 'href="/points/index.html"' in page
    assert 'href="/points/assets/site.' in page
    assert 'name="robots" content="noindex"' in page
    assert "404" not in (dist / "sitemap.xml").read_text("utf-8")


def test_whom_to_tell_of_a_hole_is_said_where_the_deployer_says_it(dist: Path) -> None:
    text = (dist / ".well-known" / "security.txt").read_text("utf-8")
    assert text.splitlines()[:2] == [
        "Contact: mailto:a@example.org",
        "Expires: 2027-01-01T00:00:00Z",
    ]
