"""Sentences of the policy get their words in place of the braces."""

import pytest

from generator.scoring.explain import filled


def test_each_word_comes_from_the_first_layer_that_has_it() -> None:
    sentence = "{title}：每年 {points} 分，共 {points} 分。"
    assert (
        filled(sentence, {"title": "甲", "points": 3}, {"points": 5}) == "甲：每年 3 分，共 3 分。"
    )
    assert filled("没有要填的。", {"title": "甲"}) == "没有要填的。"


def test_a_word_that_no_layer_has_is_never_left_out() -> None:
    with pytest.raises(KeyError, match="points"):
        filled("{title}得 {points} 分。", {"title": "甲"}, {})
