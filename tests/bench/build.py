"""What a build costs, and how soon a saved file is on its page: ``python -m tests.bench.build``.

Prints a table; with ``--write`` it goes into ``docs/performance.md`` as well. A row that misses its limit makes it fail. The
data and the templates are copies: nothing of the checkout is changed.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import paths
from generator.standing import BuildOptions
from tests.bench.editions import editions
from tests.bench.policies import policies
from tests.bench.report import write
from tests.bench.rows import Row, build, table
from tests.bench.saves import append, begun, saved


def builds(data: Path, room: Path) -> Iterator[Row]:
    """Builds one after the other."""
    build("first", data, room)
    yield build("build, nothing changed", data, room, limit=1)
    append(text_of(data), "\n这一句是刚才写的。\n")
    yield build("build, a changed text", data, room, limit=1.5)
    questions = data / "questions.yaml"
    said = questions.read_text(encoding="utf-8")
    questions.write_text(said.replace("label: ", "label: 请问，", 1), encoding="utf-8")
    yield build("build, a changed question: engines too", data, room, limit=4)


def saves(data: Path, templates: Path) -> Iterator[Row]:
    """From the save to the new page, in the process of ``generator dev``, which makes no engine on a save; medians."""
    options = BuildOptions(policy_data=data, templates=templates, with_engine=False)
    session = begun(options)
    sheet = next((templates / "assets" / "css").glob("*.css"))
    layout = templates / "layouts" / "page.html.j2"
    rule = next(data.glob("editions/*/indicators/base/age.yaml"))
    for name, file, more in (
        ("YAML", rule, "# {}\n"),
        ("Markdown", text_of(data), "\n第 {} 句。\n"),
        ("template", layout, "<!-- {} -->\n"),
        ("style", sheet, ".a{} {{ color: red }}\n"),
    ):
        page = "indicators/age.html"
        yield saved(f"dev, a saved {name}", session, page, file, more, limit=0.3)


def text_of(data: Path) -> Path:
    """The text about age of the latest edition that has one."""
    return max(data.glob("editions/*/texts/age.md"))


def main(arguments: Sequence[str]) -> int:
    """Measure and print; with ``--builds``, ``--saves``, ``--editions`` or ``--policies`` only that part."""
    parts = {"--saves", "--builds", "--editions", "--policies"}
    asked = parts & set(arguments) or parts
    rows: list[Row] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        data = shutil.copytree(paths.POLICY_DATA / "shanghai-points", folder / "data")
        templates = shutil.copytree(paths.SITE_TEMPLATES, folder / "templates")
        if "--saves" in asked:
            rows += saves(data, templates)
        if "--builds" in asked:
            rows += builds(data, folder)
        if "--editions" in asked:
            rows += editions(folder)
        if "--policies" in asked:
            rows += policies(folder)
    print(table(rows))
    if "--write" in arguments:
        write(table(rows), "build")
    missed = [row.name for row in rows if row.misses]
    for each in missed:
        print(f"misses its limit: {each}", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
