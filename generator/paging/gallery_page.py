"""The internal gallery: every component with its examples; not linked, not indexed."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryBody:
    """The components' folders, in order of name."""

    components: tuple[str, ...]


def gallery_page(components: tuple[str, ...]) -> Page:
    """The gallery."""
    return Page(
        address=addresses.GALLERY,
        template="pages/gallery.html.j2",
        title="部件一览",
        description="本站的全部页面部件和它们的样例。",
        is_public=False,
        body=GalleryBody(components=components),
    )
