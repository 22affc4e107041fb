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
        description="逐条写明出处的上海市居住证积分规则，和只在您自己的浏览器里运算的计算器。",
        body=HomeBody(edition=edition, formula=formula(edition)),
    )
