"""The glossary."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.page import Page, SearchGroup
from generator.policy.glossary import Term
from generator.policy.pages import GuideGroup, GuidePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryBody:
    """The terms, in the order of the data."""

    terms: tuple[Term, ...]


def glossary_page(policy: PolicyText) -> Page:
    """The page of terms."""
    return Page(
        address=addresses.GLOSSARY,
        template="pages/glossary.html.j2",
        title="术语",
        description="办法里和本站的用词，各是什么意思。",
        place=GuidePlace(group=GuideGroup.DOUBTS, order=30),
        search_group=SearchGroup.TERMS,
        body=GlossaryBody(terms=policy.glossary),
    )
