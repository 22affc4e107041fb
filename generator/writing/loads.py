"""What a page would load from another host: nothing may be."""

import re
from collections.abc import Iterator
from typing import Final

from generator.html_tree import Document, words_of

_LOADED: Final = frozenset({"src", "srcset", "poster", "data"})
_DRAWN: Final = frozenset({"use", "image", "feimage"})
_LOADING: Final = re.compile(r"stylesheet|icon|load|prefetch|preconnect|manifest")
"""What a ``<link>`` is, where the browser goes to its address by itself."""
_OF_STYLE: Final = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", re.IGNORECASE)
_REFRESH: Final = re.compile(r"""url\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LEFT_OUT: Final = re.compile("^[\0-\x20]+|[\t\n\r]")


def leads_elsewhere(address: str) -> bool:
    """Whether a browser would ask another host, or another scheme than the site's own, for it."""
    return _ELSEWHERE.match(_LEFT_OUT.sub("", address).replace("\\", "/")) is not None


def loaded_from_elsewhere(page: Document) -> tuple[str, ...]:
    """Addresses of pictures, scripts, styles and the like that are not the site's, each once."""
    return tuple(dict.fromkeys(each for each in _loaded(page) if leads_elsewhere(each)))


def loaded_by_style(text: str) -> tuple[str, ...]:
    """Addresses in a style sheet that are not the site's, each once."""
    found = _OF_STYLE.findall(text)
    return tuple(dict.fromkeys(each for each in found if leads_elsewhere(each)))


def _loaded(page: Document) -> Iterator[str]:
    for link in page.links():
        if link.attribute == "srcset":
            yield from (each.split()[0] for each in link.address.split(",") if each.strip())
        elif link.attribute in _LOADED or link.tag.lower() in _DRAWN:
            yield link.address
    for element in page.root.css("link[href]"):
        if _LOADING.search(element.attributes.get("rel") or ""):
            yield element.attributes["href"] or ""
    for element in page.root.css("use, image, feImage"):
        yield element.attributes.get("xlink:href") or ""
    for element in page.root.css("meta[http-equiv=refresh i]"):
        yield from _REFRESH.findall(element.attributes.get("content") or "")
    for element in page.root.css("[style]"):
        yield from loaded_by_style(element.attributes.get("style") or "")
    for element in page.root.css("style"):
        yield from loaded_by_style(words_of(element))
