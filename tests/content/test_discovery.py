import struct
from pathlib import Path
from xml.etree import ElementTree as ET

from generator import paths
from generator.loading.model import PolicyText
from generator.writing.discovery import feed, robots, sitemap
from tests.content.conftest import BASE_URL
from tests.draw_share_picture import DRAWING
from tests.shipped import SHIPPED_POLICY

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_names_every_public_page_once(dist: Path) -> None:
    root = ET.parse(dist / "sitemap.xml").getroot()  # noqa: S314  (our own file)
    listed = [entry.findtext(f"{SITEMAP}loc") for entry in root]
    pages = {page.relative_to(dist).as_posix() for page in dist.rglob("*.html")}
    hidden = {page for page in pages if 'content="noindex"' in (dist / page).read_text("utf-8")}
    public = (f"{BASE_URL}/{page}" for page in pages - hidden if page != "index.html")
    assert sorted(map(str, listed)) == sorted([f"{BASE_URL}/", *public])


def test_every_public_page_says_its_own_address(dist: Path) -> None:
    for page in dist.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        address = page.relative_to(dist).as_posix().replace("index.html", "")
        is_public = 'content="noindex"' not in text
        assert (f'rel="canonical" href="{BASE_URL}/{address}"' in text) == is_public, page
        here = f'<a href="{BASE_URL}/{address}">网站上的这一页</a>'
        assert (here in text) == is_public, page
        folder, is_below, _ = address.partition("/")
        place = folder if is_below and (paths.POLICY_DATA / folder).is_dir() else ""
        picture = paths.POLICY_DATA / (place or SHIPPED_POLICY.name) / "share.png"
        shown = f'property="og:image" content="{BASE_URL}/{place and f"{place}/"}share.png"'
        assert (shown in text) == (is_public and picture.is_file()), page


def test_without_an_address_there_is_no_sitemap_and_nothing_names_one(policy: PolicyText) -> None:
    day = policy.guide.changes[0].on
    assert sitemap("", {"index.html": day}) == {}
    assert b"Sitemap" not in robots("")["robots.txt"]


def test_robots_may_read_everything_and_find_the_sitemap(dist: Path) -> None:
    assert (dist / "robots.txt").read_text(encoding="utf-8").splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {BASE_URL}/sitemap.xml",
    ]


def test_the_feed_has_every_change_newest_first(dist: Path, policy: PolicyText) -> None:
    root = ET.parse(dist / "feed.atom").getroot()  # noqa: S314  (our own file)
    entries = root.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == [change.title for change in policy.guide.changes]
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    page = (dist / "changes.html").read_text(encoding="utf-8")
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert f'id="{link.attrib["href"].partition("#")[2]}"' in page


def test_a_change_keeps_its_id_whatever_the_address(policy: PolicyText) -> None:
    def ids(base_url: str) -> list[str | None]:
        root = ET.fromstring(feed("p", "t", base_url, policy.guide.changes)["feed.atom"])  # noqa: S314
        return [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]

    assert ids("") == ids("https://elsewhere.example")
    assert len(set(ids(""))) == len(policy.guide.changes)


def test_a_policy_without_changes_has_no_feed() -> None:
    assert feed("p", "t", "", ()) == {}


def test_the_picture_is_a_png_of_the_size_that_it_says(dist: Path) -> None:
    data = (dist / "share.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    page = (dist / "index.html").read_text("utf-8")
    assert f'og:image:width" content="{width}"' in page
    assert f'og:image:height" content="{height}"' in page


def test_the_words_in_the_picture_s_drawing_are_the_site_s_and_the_policy_s(
    policy: PolicyText,
) -> None:
    drawn = [text.text for text in ET.parse(DRAWING).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert policy.home is not None
    assert drawn == [policy.site, policy.home.tagline], (
        "change the drawing, then: make share-picture"
    )
