"""A text that changed is taken as sound only where the whole check would find nothing either."""

import shutil
from pathlib import Path

import pytest

from generator.checking import check
from generator.checking.changed_texts import sound_texts
from generator.loading import load
from tests.policies import TOY_POLICY

AGE = "editions/2022-01-01/texts/age.md"
STEPS = "pages/steps.md"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(TOY_POLICY, tmp_path / "data")


def test_texts_that_did_not_change_are_sound(data: Path) -> None:
    texts = load(data).texts
    assert {AGE, STEPS} <= texts.keys()
    assert sound_texts(data, texts) == texts


@pytest.mark.parametrize("name", [AGE, STEPS])
@pytest.mark.parametrize(
    "more", ["又一句话。", "**又**一句“12 个月”。", "# 又一节", "（见下）", "- 甲\n- 乙"]
)
def test_words_alone_keep_a_text_sound(data: Path, name: str, more: str) -> None:
    before = load(data).texts
    file = data / name
    file.write_text(f"{file.read_text('utf-8')}\n{more}\n", "utf-8")
    now = sound_texts(data, before)
    assert now is not None
    assert now == load(data).texts != before
    assert not check(data)


@pytest.mark.parametrize("name", [AGE, STEPS])
@pytest.mark.parametrize(
    "more",
    [
        "满 12 个月",
        '{{ figure("age.rule.none") }}',
        "{{ nothing",
        "{% if has_indicator('none') %}有{% endif %}",
        "[不在](indicators/none.html)",
        "[不在](indicators/none.html",
        "<b>粗</b>",
        "![图](https://example.org/a.png)",
        "这一行有两遍\n\n这一行有两遍",
        "\t制表",
        "从2022 年起",
    ],
)
def test_what_the_whole_check_may_refuse_is_left_to_it(data: Path, name: str, more: str) -> None:
    before = load(data).texts
    file = data / name
    file.write_text(f"{file.read_text('utf-8')}\n{more}\n", "utf-8")
    assert sound_texts(data, before) is None


def test_a_text_that_came_or_went_or_says_nothing_is_left_to_the_whole_check(data: Path) -> None:
    before = load(data).texts
    (data / "pages" / "more.md").write_text("---\ntitle: 又\n---\n", "utf-8")
    assert sound_texts(data, before) is None
    (data / "pages" / "more.md").unlink()
    said = (data / AGE).read_text("utf-8")
    (data / AGE).write_text("\n", "utf-8")
    assert sound_texts(data, before) is None
    (data / AGE).unlink()
    assert sound_texts(data, before) is None
    (data / AGE).write_text(said, "utf-8")
    (data / STEPS).write_text("没有头。\n", "utf-8")
    assert sound_texts(data, before) is None


@pytest.mark.parametrize(
    "part", ['{{ figure("age.rule.cap") }}', '{{ case("39 周岁的最后一天积 12 分") }}']
)
def test_a_reference_that_went_is_left_to_the_whole_check(data: Path, part: str) -> None:
    before = load(data).texts
    file = data / AGE
    file.write_text(file.read_text("utf-8").replace(part, "没有了"), "utf-8")
    assert sound_texts(data, before) is None
