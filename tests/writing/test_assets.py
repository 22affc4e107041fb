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
    sheet = assets.files[assets.names["assets/site.css"]].decode("utf-8-sig")
    assert sheet == ":root {\n--a: 1;\n}\nb {}\nx {}\n"


def test_a_changed_file_gets_another_name(templates: Path) -> None:
    before = collect_assets(templates).names["assets/icon.svg"]
    (templates / "assets/icon.svg").write_text("<svg></svg>", encoding="utf-8")
    after = collect_assets(templates).names["assets/icon.svg"]
    assert before != after
    assert before.startswith("assets/icon.")
    assert before.endswith(".svg")


def test_folders_of_scripts_are_left_to_those_who_bundle_them(templates: Path) -> None:
    assert set(collect_assets(templates).names) == {"assets/site.css", "assets/icon.svg"}


def test_the_hash_stands_before_the_ending() -> None:
    assert hashed_name("assets/a.css", b"").startswith("assets/a.e3b0c44298fc")
