"""Pasted lines: what they mean, and that none is dropped silently."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pasting.paste import contributions_of
from generator.scorer import Scorer


def pasted(text: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(json.dumps(contributions_of({"lines": text})))
    return answer


def run(first: str, last: str, base: str = "12000.00", *, counts: bool = True) -> dict[str, Any]:
    return {"from": first, "to": last, "base": base, "counts": counts}


TWO_YEARS = [run("2023-04", "2025-06")]
ONE_MONTH = [run("2023-04", "2023-04")]

UNDERSTOOD: tuple[tuple[str, list[dict[str, Any]]], ...] = (
    ("2023-04 至 2025-06, 12000", TWO_YEARS),
    ("2023-04 至 2025-06, 12 000", TWO_YEARS),
    ("2023年4月—2025年6月 12,000.00元", TWO_YEARS),
    ("２０２３－０４　至　２０２５－０６，１２０００", TWO_YEARS),
    ("2023.4~2025.6\t¥12,000", TWO_YEARS),
    ("202304-202506 1.2万", TWO_YEARS),
    ("2023/4/1-2025/6/30 12000", TWO_YEARS),
    ("2023年04月份起至2025年06月份止，缴费基数12000元，共27个月", TWO_YEARS),
    ("2023-04,2025-06,12000.00,true", TWO_YEARS),
    ("202304 12000", ONE_MONTH),
    ("3 202304 12000.00 960.00 240.00 正常缴费", ONE_MONTH),
    ("202304,12000,960,240", ONE_MONTH),
    ("2023-04-15 09:30:00\t12000", ONE_MONTH),
    ("2023年4月 00123456 12000.00 某某123公司", ONE_MONTH),
    ("12000元（2023年4月）", ONE_MONTH),
    ("缴费月份：2023年04月　缴费基数：12,000.00元　单位：甲公司", ONE_MONTH),
    ("2023-04：12000", ONE_MONTH),
    ("2023-04 12'000.00", ONE_MONTH),
    ("2023-04 12\u066c000", ONE_MONTH),
    ("2023-04 ١٢٠٠٠٫٠", ONE_MONTH),
    ("2023-04 １２，０００", ONE_MONTH),
    ("2023-04 1.2萬", ONE_MONTH),
    ("2023-04 工号 0001 12000", ONE_MONTH),
    ("2023-04 12000/960/240", ONE_MONTH),
    ("2023-04 12000 次月到账 960", ONE_MONTH),
    ("2023-04 12000 月缴 960", ONE_MONTH),
    ("2023年4月 12000（4月工资）", ONE_MONTH),
    ("开始 2023-04 结束 2025-06 12000", TWO_YEARS),
    ("2023-04/2025-06 12000", TWO_YEARS),
    ("2023-04-01 00:00:00 2025-06-30 00:00:00 12000", TWO_YEARS),
    ("2023.4-12 9000", [run("2023-04", "2023-12", "9000.00")]),
    ("2023-04~12 9000", [run("2023-04", "2023-12", "9000.00")]),
    ("202304至12 9000", [run("2023-04", "2023-12", "9000.00")]),
    ("2023-04-12 12000", ONE_MONTH),
    ("2023.4.12 12000", ONE_MONTH),
    ("202304 9000\r202305 9000", [run("2023-04", "2023-05", "9000.00")]),
    ("2023年4月：12，000", ONE_MONTH),
    ("2023-04~2025-06:12000", TWO_YEARS),
    ("2023年4-12月 9000", [run("2023-04", "2023-12", "9000.00")]),
    ("2023年4月-12月 9000", [run("2023-04", "2023-12", "9000.00")]),
    ("2023.4-2023.12\t9000\t补缴", [run("2023-04", "2023-12", "9000.00", counts=False)]),
    ("2023-04 9000 外单位", [run("2023-04", "2023-04", "9000.00", counts=False)]),
    ("2023-04 9000 其他单位缴纳", [run("2023-04", "2023-04", "9000.00", counts=False)]),
    ("25年9月 9000", [run("2025-09", "2025-09", "9000.00")]),
    ("98年4月至99年3月 900", [run("1998-04", "1999-03", "900.00")]),
    ("26.5 12000", [run("2026-05", "2026-05")]),
    ("25.09-26.05 12000", [run("2025-09", "2026-05")]),
    ("12.5万 2023-04", [run("2023-04", "2023-04", "125000.00")]),
    ("2025-12 12000 补", [run("2025-12", "2025-12", counts=False)]),
    ("2023-04 9000 非补缴", [run("2023-04", "2023-04", "9000.00")]),
    (
        "202304 9000\n202305 9000\n202307 9000\n202306 9000.5",
        [
            run("2023-04", "2023-05", "9000.00"),
            run("2023-06", "2023-06", "9000.50"),
            run("2023-07", "2023-07", "9000.00"),
        ],
    ),
)


@pytest.mark.parametrize(("text", "meant"), UNDERSTOOD, ids=[text for text, _ in UNDERSTOOD])
def test_a_line_is_understood(text: str, meant: list[dict[str, Any]]) -> None:
    answer = pasted(text)
    assert answer["not_understood"] == []
    assert answer["contributions"] == meant


def test_a_table_with_a_heading_is_read_by_its_columns() -> None:
    answer = pasted(
        "序号\t费款所属期\t险种\t缴费单位\t缴费基数\t到账年月\t是否补缴\n"
        "1\t202301\t养老\t甲公司\t12000\t202302\t否\n"
        "2\t202301\t医疗\t甲公司\t12000\t202302\t否\n"
        "3\t202302\t养老\t甲公司\t12000\t202303\t否\n"
        "4\t202303\t养老\t甲公司\t12000\t202307\t是\n"
        "合计\t\t\t\t48000\t\t\n"
    )
    assert answer["contributions"] == [
        run("2023-01", "2023-02"),
        run("2023-03", "2023-03", counts=False),
    ]
    assert answer["not_understood"] == []
    assert [(line["line"], line["why"][:5]) for line in answer["skipped"]] == [
        (1, "这一行是表"),
        (3, "与第 2 "),
        (6, "这一行是合"),
    ]


def test_a_column_may_say_that_months_do_not_count_or_that_money_went_back() -> None:
    answer = pasted(
        "开始,结束,基数,是否计入\n2023-04,2023-05,12000,是\n2023-06,2023-06,12000,否\n"
        "2023-07,至今,12000,是\n2023-08,2023-08,-12000,是\n"
    )
    assert answer["contributions"] == [
        run("2023-04", "2023-05"),
        run("2023-06", "2023-06", counts=False),
        {"from": "2023-07", "ongoing": True, "base": "12000.00", "counts": True},
    ]
    assert [line["line"] for line in answer["not_understood"]] == [5]


def test_a_line_that_only_happens_to_have_as_many_cells_is_read_by_itself() -> None:
    heading = "缴费年月 单位名称 缴费基数 个人缴费"
    line = "2023/04 至 2025/06 12000元"
    answer = pasted(f"{heading}\n2023年03月 甲公司 12000 960\n{line}")
    assert answer["contributions"] == [run("2023-03", "2025-06")]
    assert answer["not_understood"] == []


def test_a_cell_in_quotes_may_hold_the_comma() -> None:
    answer = pasted('缴费年月,缴费基数,个人缴费\n202304,"12,000.00",960\n')
    assert answer["contributions"] == ONE_MONTH


REFUSED = (
    ("2025-07 个人缴费 960", "不是缴费基数"),
    ("2025-07 个人缴费960 单位缴费1920", "不是缴费基数"),
    ("2023-01" + " " * 900 + "x 2023-05 12000", "好几个年月"),
    ("2023-01" + "\t" * 900 + "日", "没有找到缴费基数"),
    ("2023-01 12000" + " " * 1000 + "x", "太长"),
    ("你好", "没有找到年月"),
    ("2023-13 5000", "没有找到年月"),
    ("2023-04", "没有找到缴费基数"),
    ("2025-06 至 2023-01 8000", "早于"),
    ("2023-04 800 12000", "分不清哪个是基数"),
    ("2023-04 12000 2023-05 9000", "好几个年月"),
    ("202304 202304 202305 12000", "好几个年月"),
    ("2023-04 12000 未缴", "请确认"),
    ("1950-04 12000", "太早或太晚"),
    ("2023-01 至 2023-03 至今 12000", "到哪个月"),
    ("自2023年4月起，每月12000元", "到哪个月"),
    ("2023-04 - 06 12000", "到哪个月"),
    ("20230401-0630 12000", "到哪个月"),
    ("2023年4月、5月 12000", "别的月份"),
    ("2023年4月、2023年8月 12000", "好几个年月"),
    ("2023-04 到账 2023-05-08 12000", "好几个年月"),
    ("2023-04,-12000", "负数"),
    ("2023-04\t(12,000.00)", "负数"),
    ("2023-04\t1.2E+04", "没有找到缴费基数"),
    ("2023-04\t12.000,00", "看不准"),
    ("2023-04 12.000,50 960", "看不准"),
    ("2023-04 120_000 960", "看不准"),
    ("2023-04 120  000", "看不准"),
    ("2023-04 120.000", "看不准"),
    ("2023-04 120,50", "看不准"),
    ("2023-04 12:000", "看不准"),
    ("2023-04 1万2", "看不准"),
    ("2023-04 1200O", "看不准"),
    ("2023-04 l2000", "看不准"),
    ("2023-04 1,20,000", "分不清哪个是基数"),
    ("2023-04 工号 1001 12,000", "分不清哪个是基数"),
    ("2023-04 12,00", "看不准"),
    ("2023-04 12, 000", "太小"),
    ("2023-04 12.00", "太小"),
    ("2023-04 月基数 12000 年缴 144000", "分不清哪个是基数"),
)


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_is_not_understood_comes_back_with_its_line(text: str, why: str) -> None:
    answer = pasted(f"\n{text}\n2024-01 9000")
    (line,) = answer["not_understood"]
    assert (line["line"], line["text"]) == (2, text)
    assert why in line["why"]
    assert answer["contributions"] == [run("2024-01", "2024-01", "9000.00")]


def test_a_row_that_overlaps_an_earlier_one_is_reported_and_not_taken() -> None:
    answer = pasted("2023-01 至 2023-03 9000\n2023-03 至 2023-05 9000\n2023-02 8000")
    assert answer["contributions"] == [run("2023-01", "2023-03", "9000.00")]
    assert [line["line"] for line in answer["not_understood"]] == [2, 3]
    assert "第 1 行" in answer["not_understood"][0]["why"]


def test_months_without_payment_are_skipped_with_a_word() -> None:
    answer = pasted("2023-04 未缴费\n202305 0.00\n202306 9000")
    assert answer["contributions"] == [run("2023-06", "2023-06", "9000.00")]
    assert [line["line"] for line in answer["skipped"]] == [1, 2]


def test_money_that_went_back_is_left_out_with_a_word() -> None:
    answer = pasted("2026-03 12000\n2026-04 12000 退")
    assert answer["contributions"] == [run("2026-03", "2026-03")]
    (line,) = answer["skipped"]
    assert (line["line"], "退" in line["why"]) == (2, True)


@pytest.mark.parametrize(
    "text", ["2025年7月至今 12000", "2025-07 12000 至今", "2025.7 到现在 12000"]
)
def test_what_is_still_being_paid_has_no_end(text: str) -> None:
    answer = pasted(f"2025-01 至 2025-06 9000\n{text}\n2026-01 9000")
    assert answer["contributions"] == [
        run("2025-01", "2025-06", "9000.00"),
        {"from": "2025-07", "ongoing": True, "base": "12000.00", "counts": True},
    ]
    (line,) = answer["not_understood"]
    assert (line["line"], "第 2 行" in line["why"]) == (3, True)


MONTHS = "\t".join(["年份", *(f"{month}月" for month in range(1, 13))])


def test_a_sheet_of_months_across_and_years_down_is_read_cell_by_cell() -> None:
    full = "\t".join(["2024年", *["9000"] * 6, *["9500"] * 6])
    answer = pasted(f"{MONTHS}\n{full}\n2025\t9500\t\t-\t0\t9600补")
    assert answer["contributions"] == [
        run("2024-01", "2024-06", "9000.00"),
        run("2024-07", "2025-01", "9500.00"),
        run("2025-05", "2025-05", "9600.00", counts=False),
    ]
    assert answer["not_understood"] == []
    assert [line["line"] for line in answer["noted"]] == [3]


def test_a_sheet_of_years_across_is_read_too() -> None:
    answer = pasted("月份 2024年 2025年\n1月 9000 9500\n2月 9000 9500")
    assert answer["contributions"] == [
        run("2024-01", "2024-02", "9000.00"),
        run("2025-01", "2025-02", "9500.00"),
    ]


def test_a_row_of_a_sheet_that_does_not_fit_its_heading_comes_back() -> None:
    answer = pasted(f"{MONTHS}\n2024\t9000 9500\n2025\t" + "\t".join(["9000"] * 13))
    assert answer["contributions"] == []
    assert [line["line"] for line in answer["not_understood"]] == [2, 3]


def test_rows_that_a_phone_has_stacked_are_joined() -> None:
    answer = pasted(
        "费款所属期\n缴费基数\n状态\n2025-07\n12000\n正常\n2025-08\n12000\n补缴\n合计 24000"
    )
    assert answer["contributions"] == [
        run("2025-07", "2025-07"),
        run("2025-08", "2025-08", counts=False),
    ]
    assert answer["not_understood"] == []
    joined = [line for line in answer["skipped"] if "连在一起" in line["why"]]
    assert [(line["line"], line["more"]) for line in joined] == [(5, 3)]


def test_a_year_on_a_line_of_its_own_holds_for_the_months_below() -> None:
    answer = pasted("2025年\n7月 12000\n8月\n12500\n2026年\n1月 13000")
    assert answer["contributions"] == [
        run("2025-07", "2025-07"),
        run("2025-08", "2025-08", "12500.00"),
        run("2026-01", "2026-01", "13000.00"),
    ]


def test_lines_that_repeat_others_are_told_once() -> None:
    answer = pasted(
        "\n".join(f"2024-{month:02} 9000\n2024-{month:02} 9000" for month in range(1, 13))
    )
    assert answer["contributions"] == [run("2024-01", "2024-12", "9000.00")]
    (line,) = answer["skipped"]
    assert (line["line"], line["more"]) == (2, 11)
    assert "另有 11 行" in line["why"]


def test_a_mark_at_the_end_is_told_and_kept() -> None:
    answer = pasted("2026-03 12000 补\n2026-04 12000")
    (line,) = answer["noted"]
    assert (line["line"], "不算" in line["why"]) == (1, True)


def test_months_after_the_day_are_said_to_count_not_yet() -> None:
    answer = json.loads(
        json.dumps(contributions_of({"lines": "2026-06 9000\n2026-07 9000", "on": "2026-06-30"}))
    )
    assert answer["contributions"] == [run("2026-06", "2026-07", "9000.00")]
    assert [(line["line"], "到了才算" in line["why"]) for line in answer["noted"]] == [(2, True)]


def test_more_lines_than_a_life_has_are_refused(scorer: Scorer) -> None:
    answer = json.loads(scorer.paste_json(json.dumps({"lines": "2023-01 9000\n" * 1001})))
    assert answer["error"]["path"] == "lines"


def test_half_a_character_does_no_harm(scorer: Scorer) -> None:
    answer = json.loads(scorer.answer("paste_json", r'{"lines": "\ud800"}'))
    assert len(answer["not_understood"]) == 1


def test_what_is_understood_makes_a_request_that_can_be_scored(scorer: Scorer) -> None:
    rows = pasted("\n".join(f"20{year}{month:02} 9000" for year in (24, 25) for month in (1, 2)))
    request = {
        "policy": "shanghai-points",
        "on": "2026-06-30",
        "answers": {"contributions": rows["contributions"]},
    }
    assert "error" not in json.loads(scorer.score_json(json.dumps(request)))


def test_lines_that_are_no_text_are_refused(scorer: Scorer) -> None:
    assert json.loads(scorer.paste_json('{"lines": 5}'))["error"]["path"] == "lines"
    assert json.loads(scorer.paste_json('{"line": ""}'))["error"]["path"] == "line"


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    st.lists(
        st.text(alphabet="0123456789年月-至 ,.\t补缴基数合计万２０　", max_size=24), max_size=8
    )
)
def test_every_line_that_is_not_blank_is_in_one_of_the_three_lists(lines: list[str]) -> None:
    answer = pasted("\n".join(lines))
    reported = [line["line"] for line in answer["not_understood"] + answer["skipped"]]
    assert len(set(reported)) == len(reported)
    more = sum(line.get("more", 0) for line in answer["skipped"])
    taken = len([line for line in lines if line.strip()]) - len(reported) - more
    months = sum(
        (int(row["to"][:4]) - int(row["from"][:4])) * 12 + int(row["to"][5:]) - int(row["from"][5:])
        for row in answer["contributions"]
    ) + len(answer["contributions"])
    assert months >= taken >= 0
    assert taken > 0 or not answer["contributions"]


def test_signs_that_nobody_sees_are_no_part_of_a_number() -> None:
    for sign in "\u00ad\u061c\u200d\ufeff":
        assert pasted(f"20{sign}23-04\t12{sign}000")["contributions"] == [
            run("2023-04", "2023-04", "12000.00")
        ]


def test_a_base_in_brackets_behind_its_name_is_one() -> None:
    assert pasted("2023-04 缴费基数（12000）")["contributions"] == [
        run("2023-04", "2023-04", "12000.00")
    ]


def test_whatever_sign_parts_thousands_no_other_amount_is_read() -> None:
    for code in range(0x20, 0x10000):
        sign = chr(code)
        if unicodedata.category(sign)[0] not in "PSZMC":
            continue
        for whole in ("12", "120"):
            found = {each["base"] for each in pasted(f"2023-04 {whole}{sign}000")["contributions"]}
            assert found <= {f"{whole}000.00"}, hex(code)


def test_a_sheet_s_cell_that_is_no_base_sends_its_row_back() -> None:
    for cell in ("12", "12,00", "120_000"):
        answer = pasted(f"{MONTHS}\n2024\t{cell}\t9000")
        assert answer["contributions"] == []
        assert [line["line"] for line in answer["not_understood"]] == [2]
