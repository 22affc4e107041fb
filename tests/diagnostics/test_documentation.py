"""docs/diagnostics.md lists every kind of mistake; ``UPDATE_EXPECTED=1`` writes its table anew."""

import os
from pathlib import Path

from generator.diagnostics import Code

DOCUMENT = Path(__file__).parents[2] / "docs" / "diagnostics.md"
START = "<!-- from generator/diagnostics/codes.py -->\n"
HEAD = "| code | what is wrong | what usually helps |\n|---|---|---|\n"


def test_the_document_lists_every_code_with_its_summary_and_hint() -> None:
    rows = "".join(f"| {code.id} | {code.summary} | {_cell(code.hint)} |\n" for code in Code)
    before, _, listed = DOCUMENT.read_text("utf-8").partition(START)
    if os.environ.get("UPDATE_EXPECTED"):
        DOCUMENT.write_text(before + START + HEAD + rows, "utf-8")
        listed = HEAD + rows
    assert listed == HEAD + rows


def _cell(hint: str) -> str:
    return f"`{hint}`" if "{{" in hint else hint or "the message says"
