"""The file ``_headers``, by which sites tell their host what to send with which address.

Its form is that of Netlify and Cloudflare Pages: an address, in which ``*`` stands for anything, and indented below it the
headers, each ``Name: value``.
"""

import re
from pathlib import Path
from typing import Final

HEADERS: Final = "_headers"


def headers_for(root: Path, address: str) -> dict[str, str]:
    """The headers that the site in the folder ``root`` wants with an address of its own, such as ``a/b.html``."""
    file = root / HEADERS
    if not file.is_file():
        return {}
    found: dict[str, str] = {}
    applies = False
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            if applies:
                found[name] = value.strip()
        else:
            applies = _matches(line.strip(), f"/{address}")
    return found


def _matches(rule: str, address: str) -> bool:
    """Whether a rule speaks of the address, or of the folder whose index it is."""
    form = re.compile(".*".join(map(re.escape, rule.split("*"))))
    return any(form.fullmatch(each) for each in (address, address.removesuffix("index.html")))
