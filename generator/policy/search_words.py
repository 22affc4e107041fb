"""search.yaml: words that people type into the search, and what the pages call the same thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWord:
    """A word that stands on pages, how it sounds, and other words for it."""

    word: str
    pinyin: str
    """Its syllables with gaps and without tones: ``duan jiao``."""
    also: tuple[str, ...] = ()
