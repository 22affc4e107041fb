"""Are texts that changed as sound as they were when the whole policy was checked?

Where nothing else of the policy changed, what a text refers to and links to is there as long as it refers to the same. All
else that is asked of a text is asked of it alone. What can't be told this way is for the whole check.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.checking.markup import markup_mistakes
from generator.checking.prose import own_mistakes
from generator.checking.prose_places import Passage
from generator.checking.style import style_mistakes
from generator.loading.prose_pages import PAGES, cut_head
from generator.reading import TextFile
from generator.reading.text_files import read_text
from generator.standing import is_text

_REFERENCES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|[{}]", re.DOTALL)
_LINKS = re.compile(r"\([^)\n]*")


def sound_texts(folder: Path, before: Mapping[str, str]) -> dict[str, str] | None:
    """All texts of a policy's folder as they are now; None where it can't be told that they are sound.

    ``before`` are texts of the same folder that were sound, by the names of their files in it.
    """
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*.md")}
    if {name for name in names if is_text(name)} != before.keys():
        return None
    texts: dict[str, str] = {}
    for name, text in before.items():
        now = _read(folder, name)
        if now is None or (now.text != text and not _is_as_sound(now, text)):
            return None
        texts[name] = now.text
    return texts


def _read(folder: Path, name: str) -> TextFile | None:
    file, mistakes = read_text(folder / name, name)
    if file is None or mistakes or not file.text.strip():
        return None
    if not name.startswith(f"{PAGES}/"):
        return file
    _, body, mistakes = cut_head(file)
    return None if mistakes else body


def _is_as_sound(now: TextFile, before: str) -> bool:
    passage = Passage(text=now.text, source=now.source)
    return (
        _REFERENCES.findall(now.text) == _REFERENCES.findall(before)
        and _LINKS.findall(now.text) == _LINKS.findall(before)
        and not any(own_mistakes(now))
        and not any(markup_mistakes(passage))
        and not any(style_mistakes(passage))
    )
