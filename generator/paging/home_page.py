"""The first page: what this is, who starts where, which edition is in force."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.editions import ScoredEdition
from generator.paging.guide_index_page import pages_for
from generator.paging.page import Page
from generator.policy.pages import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """What someone should read first; ``code`` names the words for them."""

    code: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeBody:
    """What the first page shows."""

    edition: ScoredEdition
    entrances: tuple[Entrance, ...]


def home_page(policy_title: str, edition: ScoredEdition, guide: tuple[Page, ...]) -> Page:
    """The page at the root; ``guide`` are the pages that it may send readers to."""
    entrances = (Entrance(code=reader.value, pages=pages_for(reader, guide)) for reader in Reader)
    return Page(
        address=addresses.HOME,
        template="pages/home.html.j2",
        title=policy_title,
        description="上海居住证积分怎么算：每一分都注明出处，计算器只在您的浏览器里运行。",
        body=HomeBody(
            edition=edition,
            entrances=tuple(entrance for entrance in entrances if entrance.pages),
        ),
    )
