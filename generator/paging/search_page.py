"""The page of the search."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.page import GUIDE_SCRIPT, Page, SearchGroup
from generator.policy.plain import Plain
from generator.policy.search_words import SearchWord


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchBody:
    """The groups of results, in their order."""

    groups: tuple[str, ...]
    typed: Plain
    """For the script: each word that pages use, how it sounds in one piece and by its initials, other words for it."""


def search_page(words: tuple[SearchWord, ...]) -> Page:
    """The page of the search."""
    return Page(
        address=addresses.SEARCH,
        template="pages/search.html.j2",
        title="搜索",
        description="在全站的条款、步骤、问题和术语里查找；只在您的浏览器里进行。",
        scripts=(GUIDE_SCRIPT,),
        body=SearchBody(
            groups=tuple(group.value for group in SearchGroup),
            typed=[_typed(each) for each in words],
        ),
    )


def _typed(each: SearchWord) -> Plain:
    syllables = each.pinyin.split()
    sounds: list[Plain] = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
    return {"word": each.word, "sounds": sounds, "also": list(each.also)}
