"""The first page: what this is, how the score is built, which edition is in force."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.editions import ScoredEdition
from generator.paging.formula import Formula, formula
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeBody:
    """What the first page shows."""

    edition: ScoredEdition
    formula: Formula


def home_page(policy_title: str, edition: ScoredEdition) -> Page:
    """The page at the root."""
    return Page(
        address=addresses.HOME,
        template="pages/home.html.j2",
        title=policy_title,
        description="上海居住证积分怎么算：每一分都注明出处，计算器只在您的浏览器里运行。",
        body=HomeBody(edition=edition, formula=formula(edition)),
    )
