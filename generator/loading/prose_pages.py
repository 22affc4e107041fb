"""A page of its own: its head and the text below, both with the lines of the whole file."""

from dataclasses import replace

from generator.diagnostics import Code, Diagnostic, Place
from generator.policy.pages import PageHead, ProsePage
from generator.reading import TextFile

FENCE = "---"
PAGES = "pages"
"""The folder of such pages."""


def cut_head(file: TextFile) -> tuple[TextFile, TextFile, tuple[Diagnostic, ...]]:
    """The head of a page as YAML and the text below it.

    Where there is no head, the first text is empty and a mistake says so.
    """
    lines = file.text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], start=1) if line == FENCE), 0)
    if lines[0] != FENCE or not end:
        mistake = Diagnostic(
            code=Code.MISSING_KEY,
            place=Place(source=file.source, line=1, length=len(lines[0])),
            message="the page has no head",
            hint=f"begin with {FENCE}, title, lead and description, {FENCE}",
        )
        return replace(file, text=""), file, (mistake,)
    head = "\n".join(["", *lines[1:end]])
    body = "\n".join([*([""] * (end + 1)), *lines[end + 1 :]])
    return replace(file, text=head + "\n"), replace(file, text=body), ()


def prose_page(name: str, head: PageHead) -> ProsePage:
    """The page of that name."""
    return ProsePage(
        name=name,
        title=head.title,
        lead=head.lead,
        description=head.description,
        place=head.guide,
        lanes=head.lanes,
        year=head.year,
    )
