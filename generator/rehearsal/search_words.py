"""Words that people type into the search, for those that pages use: does any page say them?"""

import re
from collections.abc import Iterator, Mapping

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic

_NOT_SEEN = re.compile(r"<script\b.*?</script>|<[^>]+>", re.DOTALL)


def search_word_mistakes(html: Mapping[str, str], view: View) -> Iterator[Diagnostic]:
    """Words that stand on no page, so that typing what belongs to them finds nothing."""
    said = "\n".join(_NOT_SEEN.sub("", text) for text in html.values())
    for each in view.folder.search_words.value or ():
        if each.word not in said:
            yield Diagnostic(
                code=Code.UNUSED,
                place=view.places.of(each, "word"),
                message=f"no page says “{each.word}”",
                hint="write the word that pages use, or take the entry out",
            )
