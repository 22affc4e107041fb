"""Where the figures of the benchmarks stand in the documents."""

from typing import Final

from generator import paths

PAGE: Final = paths.PROJECT / "docs" / "performance.md"


def write(table: str, name: str) -> None:
    """Put a table between the marks of that name on the page on performance."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n\n{table}\n\n{end}{after}", encoding="utf-8")
