"""What of a page holds on either side of an announced edition's first day."""

import re


def up_to_the_day(html: str) -> str:
    """The page without what holds only from that day on."""
    return _without(html, "from")


def from_the_day_on(html: str) -> str:
    """The page without what holds only up to the day before."""
    return _without(html, "to")


def sides(html: str) -> tuple[str, ...]:
    """The page as each reader sees it: once where it is the same on all days, else on either side of the day."""
    return tuple(dict.fromkeys((up_to_the_day(html), from_the_day_on(html))))


def _without(html: str, side: str) -> str:
    kept = re.sub(rf'<(\w+)[^>]*data-shown-{side}="[^"]*"[^>]*>', r"<\1 data-cut>", html)
    while "data-cut" in kept:
        kept = _cut(kept)
    return kept


def _cut(html: str) -> str:
    """The page without the first element that is marked, and all in it."""
    start = html.index(" data-cut")
    opened = html.rindex("<", 0, start)
    name = html[opened + 1 : start]
    depth, at = 0, opened
    for tag in re.finditer(rf"</?{name}\b[^>]*>", html[opened:]):
        depth += -1 if tag[0].startswith("</") else 1
        at = opened + tag.end()
        if depth == 0:
            break
    return html[:opened] + html[at:]
