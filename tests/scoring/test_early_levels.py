"""Months before the first known reference level count by that level, and the verdict says so."""

import json

import pytest

from generator.scorer import Scorer


def row(first: str, last: str, **more: object) -> dict[str, object]:
    return {"from": first, "to": last, "base": "9384", **more}


@pytest.mark.parametrize(
    ("on", "rows", "places"),
    [
        ("2016-01-01", [row("2012-01", "2015-12")], [(0, "2012-01")]),
        ("2016-06-30", [row("2010-01", "2016-05")], [(0, "2012-06")]),
        ("2016-01-01", [row("2014-01", "2015-12"), row("2013-03", "2013-03")], [(1, "2013-03")]),
        ("2016-01-01", [row("2012-01", "2012-02"), row("2012-03", "2012-04")], [(0, "2012-01")]),
        ("2016-01-01", [row("2012-03", "2012-04"), row("2012-01", "2012-02")], [(1, "2012-01")]),
        ("2017-03-31", [row("2013-03", "2016-05")], [(0, "2013-03")]),
        ("2017-04-01", [row("2013-03", "2016-05")], []),
        ("2016-01-01", [row("2013-04", "2015-12")], []),
        ("2016-01-01", [row("2010-01", "2011-12")], []),
        ("2016-01-01", [row("2012-01", "2013-03", counts=False)], []),
        ("2026-06-30", [row("2010-01", "2020-12")], []),
    ],
)
def test_months_of_a_window_before_any_known_level_are_told(
    on: str, rows: list[object], places: list[tuple[int, str]], scorer: Scorer
) -> None:
    request = {"policy": "shanghai-points", "on": on, "answers": {"contributions": rows}}
    notices = json.loads(scorer.score_json(json.dumps(request)))["notices"]
    told = [each for each in notices if "2013 年 4 月以前的参照标准没有查到" in each["message"]]
    assert [each["path"] for each in told] == [
        f"answers.contributions[{place}].from" for place, _ in places
    ]
    for each, (_, month) in zip(told, places, strict=True):
        year, number = month.split("-")
        assert f"{year} 年 {int(number)} 月起的基数先按 4,692 元比" in each["message"]
