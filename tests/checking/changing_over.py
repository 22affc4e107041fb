"""Pages that change over to an announced edition on its first day, and the word for its figures in the changelog."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.loading import read_policy_folder
from generator.loading.data_version import figures_of
from generator.loading.model import PolicyText
from generator.paths import CACHE
from tests.by_day import from_the_day_on, up_to_the_day
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply


def told(folder: Path) -> None:
    """Put the word for the figures where the newest entry of the changelog needs it."""
    word = figures_of(read_policy_folder(folder, cache=CACHE))
    apply(f"edit guide/changelog.yaml\n-  figures: unsaid\n+  figures: {word}\n", folder)


def texts_of(policy: PolicyText, addresses: Collection[str]) -> Mapping[str, str]:
    """Those pages of a policy that stand at the addresses, each with what holds on both sides of the day."""
    site = pages_of(policy)
    read = [
        {
            page.address: as_of.renderer.html(page)
            for page in as_of.pages
            if page.address in addresses
        }
        for as_of in site.versions
    ]
    return site.joined(read)


def shown_before(html: str) -> str:
    """The words of a page that a reader sees up to the day before the edition's first."""
    return words(up_to_the_day(html))


def shown_after(html: str) -> str:
    """The words of a page that a reader sees from the edition's first day on."""
    return words(from_the_day_on(html))


def words(html: str) -> str:
    return re.sub(r"<script>.*?</script>|<[^>]+>", "", html, flags=re.DOTALL)
