"""pages/<name>.md: a page of its own. Between two lines ``---`` stands what the site has to know of it."""

from dataclasses import replace

from generator.diagnostics import Code, Diagnostic, Place
from generator.loading.folder import PageFile
from generator.loading.model import GuideGroup, GuidePlace, ProsePage, Reader
from generator.loading.records import Record, record_of
from generator.loading.shapes import COUNT, TEXT, ListShape, RecordShape, WordShape
from generator.reading import TextFile

FENCE = "---"

HEAD = RecordShape(
    required={"title": TEXT, "lead": TEXT, "description": TEXT},
    optional={
        "guide": RecordShape(
            required={
                "group": WordShape(words=tuple(group.value for group in GuideGroup)),
                "order": COUNT,
            },
            optional={
                "for": ListShape(item=WordShape(words=tuple(reader.value for reader in Reader)))
            },
        )
    },
)


def cut_head(file: TextFile) -> tuple[TextFile, TextFile, tuple[Diagnostic, ...]]:
    """The head of a page as YAML and the text below it, both with the lines of the whole file.

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


def build_page(name: str, file: PageFile) -> ProsePage:
    """The page of that name; its head must be sound."""
    head = record_of(file.head.node)
    return ProsePage(
        name=name,
        title=head.text("title"),
        lead=head.text("lead"),
        description=head.text("description"),
        place=_place(head.record("guide")) if head.has("guide") else None,
        text=file.text.text,
    )


def _place(record: Record) -> GuidePlace:
    return GuidePlace(
        group=GuideGroup(record.text("group")),
        order=record.whole("order"),
        readers=tuple(Reader(reader) for reader in record.texts("for")),
    )
