"""Which files of a site of several policies are one policy's alone: a browser keeps them where that policy is used."""

from collections import Counter
from collections.abc import Collection, Mapping

from generator.paging.addresses import HOME, NOT_FOUND
from generator.writing.browser_side import BrowserSide
from generator.writing.output import Files


def own_files(
    files: Files, sides: Mapping[str, BrowserSide], at_root: Collection[str]
) -> dict[str, set[str]]:
    """The files of each place: what stands behind it, and what only its engine is made of.

    Of the policy at the root these are its pages ``at_root`` but the first, which is that of the site.
    """
    used = Counter(address for side in sides.values() for address in side.files)
    own = {
        place: {address for address in side.files if used[address] == 1}
        for place, side in sides.items()
    }
    for place in own.keys() - {""}:
        own[place] |= {address for address in files if address.startswith(place)}
    if at_root:
        own[""] |= set(at_root) - {HOME, NOT_FOUND}
    return own
