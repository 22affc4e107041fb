"""Documents name files of the project: each of them is there."""

import re

from generator.paths import PROJECT

_FILE = re.compile(
    r"(?<![\w./])((?:generator|tests|site_templates|policy_data|docs)/[\w./-]*[\w/])(?![\w<*])"
)


def test_every_file_and_folder_that_a_document_names_is_there() -> None:
    documents = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *PROJECT.glob("docs/*.md")]
    named = [
        (document.name, name)
        for document in documents
        for name in _FILE.findall(document.read_text("utf-8"))
    ]
    assert len(named) > 30
    assert [each for each in named if not (PROJECT / each[1]).exists()] == []


def test_every_decision_has_a_number_of_its_own_a_status_and_a_date() -> None:
    decisions = sorted((PROJECT / "docs" / "adr").glob("[0-9]*.md"))
    numbers = [file.name[:4] for file in decisions]
    assert len(numbers) == len(set(numbers)) > 30
    for file in decisions:
        text = file.read_text("utf-8")
        assert text.startswith(f"# {int(file.name[:4])}. "), file.name
        assert re.search(
            r"^Status: (accepted|superseded).*\b20\d\d-\d\d-\d\d\b", text, re.MULTILINE
        ), file.name
