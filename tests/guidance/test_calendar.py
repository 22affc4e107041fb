"""The calendar file and the permit's renewals: what is in it, on which days, and how it is written."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.guidance.calendar import MOST_BYTES, escaped, folded
from generator.guidance.guidance import LaterRenewal, Renewal
from generator.guidance.renewals import renewal_in_words, windows_of
from generator.loading import load as load_data
from generator.scorer import load
from tests.guidance.conftest import Ask
from tests.guidance.test_outlook import AT_41
from tests.shipped import SHIPPED_POLICY

RENEWAL = Renewal(
    window=30,
    kept=60,
    authority="practice",
    later=(LaterRenewal(from_="2028-01-01", window=45, kept=90, authority="text"),),
    sentences={
        "coming": "居住证签注：{first}到 {last}办；{late}",
        "past": "填的到期日在计算日以前；{late}",
        "late": "晚了，{kept} 天以内补办可以恢复，超过的，居住年限重新算（{authority}）。",
        "entry": "居住证签注，{last}以前办",
    },
)
LATER = """\
  later:
    - {from: 2028-01-01, value: 45, document: order-2, authority: text, confidence: A}
"""
ENTRY = re.compile(r"DTSTART;VALUE=DATE:(\d+)\r\n(?:DTEND;VALUE=DATE:(\d+)\r\n)?SUMMARY:([^\r]*)")


def entries(ask: Ask, **beside: object) -> list[tuple[str, str, str]]:
    text = ask("outlook_json", AT_41, **beside)["calendar"]
    return ENTRY.findall(text.replace("\r\n ", ""))


def test_the_days_on_which_the_score_is_reached_and_the_policy_ends_are_in_it(ask: Ask) -> None:
    assert entries(ask) == [
        ("20280201", "", "积分达标：120 分（模拟）"),
        ("20280101", "", "本站所依据的积分办法到此为止，分数要重新核对"),
    ]


def test_a_day_on_which_it_is_lost_is_in_it(ask: Ask) -> None:
    young = AT_41 | {"birth_date": "1983-07-01", "insured_months": 156, "insured_this_month": True}
    outlook = ask("outlook_json", young, assume={"base": None})
    lost = outlook["timeline"]["windows"][0]["to"]
    summaries = [
        summary for _, _, summary in ENTRY.findall(outlook["calendar"].replace("\r\n ", ""))
    ]
    assert lost is not None
    assert [each for each in summaries if each.startswith("积分不再达标：")]


def test_the_day_of_an_exam_is_in_it(ask: Ask) -> None:
    found = entries(ask, deadlines={"middle_exam": 2029})
    assert ("20290507", "", "2029 年中考：120 分要有效（往年的日子，以当年通知为准）") in found
    # A day that is over on the day of the request needs no alarm.
    assert not [each for each in entries(ask, deadlines={"middle_exam": 2026}) if "中考" in each[2]]


def test_the_windows_of_renewal_are_in_it_with_the_day_after_as_their_end(ask: Ask) -> None:
    found = [each for each in entries(ask, permit_ends="2028-02-29") if "签注" in each[2]]
    assert found[0] == ("20280130", "20280301", "居住证签注，2028 年 2 月 29 日以前办")
    assert found[1] == ("20290129", "20290301", "居住证签注，2029 年 2 月 28 日以前办")
    assert found[4][:2] == ("20320130", "20320301")
    assert found[-1][0] == "20360130"


@pytest.mark.parametrize(
    ("until", "count"), [("2028-02-28", 0), ("2028-02-29", 1), ("2029-02-27", 1), ("2029-02-28", 2)]
)
def test_a_window_counts_that_ends_by_the_last_day(until: str, count: int) -> None:
    found = list(windows_of(date(2028, 2, 29), date.fromisoformat(until), RENEWAL))
    assert len(found) == count


def test_a_window_is_as_long_as_it_is_on_the_day_on_which_the_paper_ends() -> None:
    found = list(windows_of(date(2027, 12, 31), date(2029, 1, 1), RENEWAL))
    assert [(each.last - each.first).days for each in found] == [30, 45]
    assert [renewal_in_words(each, date(2027, 12, 1), RENEWAL) for _, each in found] == [
        "居住证签注：2027 年 12 月 1 日到 2027 年 12 月 31 日办；晚了，60 天以内补办可以恢复，超过的，居住年限重新算（通常做法）。",
        "居住证签注：2028 年 11 月 16 日到 2028 年 12 月 31 日办；晚了，90 天以内补办可以恢复，超过的，居住年限重新算（条文）。",
    ]


def test_the_outlook_follows_the_later_figures_of_the_facts(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED_POLICY, tmp_path / "policy")
    file = folder / "facts.yaml"
    fact = "- fact: endorsement_window\n"
    before, after = file.read_text("utf-8").split(fact)
    file.write_text(f"{before}{fact}{LATER}{after}", "utf-8")
    scorer = load(load_data(folder).scoring_text)
    for ends, first in (
        ("2027-12-31", "2027 年 12 月 1 日"),
        ("2028-12-31", "2028 年 11 月 16 日"),
    ):
        request = {"policy": "shanghai-points", "on": "2026-06-30", "answers": AT_41}
        answer = scorer.reply("outlook_json", json.dumps({**request, "permit_ends": ends}))
        assert f"居住证签注：{first}到" in json.loads(answer.text)["renewal"]


def test_who_is_late_is_told_what_holds_on_the_day_that_is_asked_about() -> None:
    ends = date(2027, 12, 30)
    assert "60 天以内" in renewal_in_words(ends, date(2027, 12, 31), RENEWAL)
    assert "90 天以内" in renewal_in_words(ends, date(2028, 1, 1), RENEWAL)


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ("2026-06-29", "填的到期日在计算日以前；晚了"),
        ("2026-06-30", "居住证签注：2026 年 5 月 31 日到 2026 年 6 月 30 日办；晚了"),
        ("2026-07-01", "居住证签注：2026 年 6 月 1 日到 2026 年 7 月 1 日办；晚了"),
    ],
)
def test_the_next_renewal_is_said_or_that_the_permit_has_ended(ends: str, says: str) -> None:
    said = renewal_in_words(date.fromisoformat(ends), date(2026, 6, 30), RENEWAL)
    assert said.startswith(says)
    assert said.endswith("60 天以内补办可以恢复，超过的，居住年限重新算（通常做法）。")


def test_without_an_end_or_without_a_rule_nothing_is_said() -> None:
    assert renewal_in_words(None, date(2026, 6, 30), RENEWAL) == ""
    assert renewal_in_words(date(2026, 6, 30), date(2026, 6, 30), None) == ""


@pytest.mark.parametrize("ends", ["2026-06-31", "2015-12-31", "2067-01-01", "0001-01-01", 5, "x"])
def test_a_day_that_no_permit_ends_on_is_refused(ask: Ask, ends: object) -> None:
    assert ask("outlook_json", AT_41, permit_ends=ends)["error"]["path"] == "permit_ends"


@pytest.mark.parametrize("ends", ["2016-01-01", "2066-12-31"])
def test_the_first_and_the_last_end_are_taken(ask: Ask, ends: str) -> None:
    assert ask("outlook_json", AT_41, permit_ends=ends)["renewal"]


def test_the_file_is_written_as_calendars_read_it(ask: Ask) -> None:
    beside = {"deadlines": {"university_exam": 2030}, "permit_ends": "2028-02-29"}
    answer = ask("outlook_json", AT_41, **beside)
    text = answer["calendar"]
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= MOST_BYTES
    counts = [
        text.count(mark) for mark in ("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM")
    ]
    assert len(set(counts)) == 1
    assert text.count("TRIGGER:-P14D") == counts[0]
    assert len(set(re.findall(r"UID:(\S+)", text))) == counts[0]
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert set(re.findall(r"DTSTAMP:(\S+)", text)) == {"20260630T000000Z"}
    assert answer["file"] == "hujifen-2026-06-30.ics"


@pytest.mark.parametrize(
    ("text", "written"),
    [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("一\n二", "一\\n二"), ("年，月", "年，月")],
)
def test_what_calendars_read_otherwise_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a" * 75, ["a" * 75]),
        ("a" * 76, ["a" * 75, " a"]),
        ("a" * 150, ["a" * 75, " " + "a" * 74, " a"]),
        ("一" * 25, ["一" * 25]),
        ("一" * 26, ["一" * 25, " 一"]),
        ("a" * 74 + "一", ["a" * 74, " 一"]),
        ("a" * 72 + "一", ["a" * 72 + "一"]),
    ],
)
def test_a_line_is_folded_between_characters(line: str, parts: list[str]) -> None:
    assert folded(line).split("\r\n") == parts
