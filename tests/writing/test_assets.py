from pathlib import Path

import pytest

from generator.writing.assets import collect_assets, hashed_name


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name, text in {
        "assets/css/10-a.css": "/* tokens */\n:root {\n  --a: 1;\n}\n",
        "assets/css/20-b.css": "b {}",
        "assets/icon.svg": "<svg/>",
        "assets/calculator/main.js": "import './form.js';",
        "assets/calculator/form.js": "export {};",
        "assets/engine/core.js": "",
        "components/x/x.css": "x {}",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_styles_are_one_file_tokens_first_components_last(templates: Path) -> None:
    assets = collect_assets(templates)
    sheet = assets.files[assets.names["assets/site.css"]].decode()
    assert sheet == ":root {\n--a: 1;\n}\nb {}\nx {}\n"


def test_a_changed_file_gets_another_name(templates: Path) -> None:
    before = collect_assets(templates).names["assets/icon.svg"]
    (templates / "assets/icon.svg").write_text("<svg></svg>", encoding="utf-8")
    after = collect_assets(templates).names["assets/icon.svg"]
    assert before != after
    assert before.startswith("assets/icon.")
    assert before.endswith(".svg")


def test_modules_keep_their_names_in_a_folder_that_is_hashed_as_a_whole(templates: Path) -> None:
    before = collect_assets(templates).names
    assert before["assets/calculator/main.js"].endswith("/main.js")
    folder = before["assets/calculator/main.js"].rsplit("/", 1)[0]
    assert before["assets/calculator/form.js"] == f"{folder}/form.js"
    (templates / "assets/calculator/form.js").write_text("export const a = 1;", encoding="utf-8")
    after = collect_assets(templates).names
    assert after["assets/calculator/main.js"] != before["assets/calculator/main.js"]


def test_folders_that_others_write_are_left_out(templates: Path) -> None:
    names = collect_assets(templates, leave_out=frozenset({"engine"})).names
    assert not any(name.startswith("assets/engine") for name in names)


def test_the_hash_stands_before_the_ending() -> None:
    assert hashed_name("assets/a.css", b"").startswith("assets/a.e3b0c44298fc")
