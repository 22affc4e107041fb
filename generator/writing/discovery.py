"""What search engines and readers of feeds look for: robots.txt, the sitemap, the feed of data changes.

A sitemap needs whole addresses, so there is one only where the site's own address is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.loading.walking import PICTURE
from generator.paging.addresses import FEED
from generator.policy.guide.changelog import Change

_SITEMAP: Final = "sitemap.xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def whole_address(base_url: str, address: str) -> str:
    """An address of the site as the world knows it; the first page is the folder itself."""
    return f"{base_url}/{'' if address == 'index.html' else address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A policy with the addresses of its public pages behind its place, and the day of its last change."""

    code: str
    title: str
    addresses: Sequence[str]
    changed_on: date
    place: str
    changes: Sequence[Change] = ()
    picture: bytes | None = None


def discovery_files(published: Sequence[Published], base_url: str) -> dict[str, bytes]:
    """All of them, and the pictures that stand for the policies."""
    files = robots(base_url)
    changed: dict[str, date] = {}
    for each in published:
        changed |= {each.place + address: each.changed_on for address in each.addresses}
        own = f"{base_url}/{each.place}".rstrip("/") if base_url else ""
        of_policy = feed(each.code, f"{each.title}：数据变化", own, each.changes)
        if each.picture is not None:
            of_policy[PICTURE] = each.picture
        files |= {each.place + name: content for name, content in of_policy.items()}
    return {**files, **sitemap(base_url, changed)}


def robots(base_url: str) -> dict[str, bytes]:
    """Everything may be read; the sitemap is named where there is one."""
    lines = ["User-agent: *", "Allow: /"]
    if base_url:
        lines.append(f"Sitemap: {whole_address(base_url, _SITEMAP)}")
    return {"robots.txt": ("\n".join(lines) + "\n").encode()}


def sitemap(base_url: str, changed: Mapping[str, date]) -> dict[str, bytes]:
    """The sitemap of these pages, each with the day of its last change; nothing where the site's address is not known."""
    if not base_url:
        return {}
    root = Element("urlset", xmlns=_SITEMAPS)
    for address, day in changed.items():
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = whole_address(base_url, address)
        SubElement(entry, "lastmod").text = day.isoformat()
    return {_SITEMAP: _xml(root)}


def feed(policy: str, title: str, base_url: str, changes: Iterable[Change]) -> dict[str, bytes]:
    """The Atom feed of data changes, newest first; the same change keeps its id for ever."""
    listed = tuple(changes)
    if not listed:
        return {}
    root = Element("feed", xmlns=_ATOM, attrib={"xml:lang": "zh-Hans-CN"})
    SubElement(root, "title").text = title
    SubElement(root, "id").text = _id(policy, "changes")
    SubElement(root, "updated").text = _midnight(listed[0].on)
    author = SubElement(root, "author")
    SubElement(author, "name").text = title
    SubElement(root, "link", rel="self", href=_link(base_url, FEED))
    SubElement(root, "link", rel="alternate", href=_link(base_url, "changes.html"))
    for change in listed:
        entry = SubElement(root, "entry")
        SubElement(entry, "title").text = change.title
        SubElement(entry, "id").text = _id(policy, change.code)
        SubElement(entry, "updated").text = _midnight(change.on)
        anchor = change.code.replace("_", "-")
        SubElement(entry, "link", rel="alternate", href=_link(base_url, f"changes.html#{anchor}"))
        SubElement(entry, "content", type="text").text = change.says
    return {FEED: _xml(root)}


def _link(base_url: str, address: str) -> str:
    return whole_address(base_url, address) if base_url else address


def _id(policy: str, code: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'points-policy:{policy}:{code}')}"


def _midnight(day: date) -> str:
    """The day as a moment: its first in Shanghai."""
    return f"{day.isoformat()}T00:00:00+08:00"


def _xml(root: Element) -> bytes:
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
