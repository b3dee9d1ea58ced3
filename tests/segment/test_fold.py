"""Width, numerals and dates."""

from __future__ import annotations

from datetime import date

import pytest

from checker.segment.dates import find_dates
from checker.segment.fold import fold
from checker.segment.numbers import chinese, number

FOLDED = {
    "第１２条　Ａ类": "第12条 A类",
    "逾期,不予办理;": "逾期，不予办理；",
    "1,000元": "1,000元",
    "10:30前": "10:30前",
    "函数f(x)的值": "函数f(x)的值",
    "南政发(2024)12号": "南政发（2024）12号",
    "(一)材料:": "（一）材料：",
    "⼈⾏⼗": "人行十",
    "⻓⻔": "长门",
    "５％": "5%",
    "甲\t乙": "甲 乙",
}


@pytest.mark.parametrize("text", FOLDED)
def test_fold_brings_a_text_to_one_width_and_keeps_its_length(text: str) -> None:
    assert fold(text) == FOLDED[text]
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


NUMBERS = {
    "一百零一": 101, "一百〇一": 101, "二十三": 23, "两万五千": 25_000, "廿": 20, "廿五": 25, "卅": 30,
    "２０": 20, "20": 20, "二〇二五": 2025, "十": 10, "十二": 12, "一千二百六十": 1260, "5万": 50_000,
    "两百五": 250, "一万五": 15_000, "一亿零三百": 100_000_300, "壹佰贰拾万": 1_200_000, "1,250,000": 1_250_000,
    "一万亿": 10**12, "一 百 二 十": 120,
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_numerals_are_read(text: str) -> None:
    assert number(text) == NUMBERS[text]


@pytest.mark.parametrize("text", ["", "甲", "十甲", "第三", "1" * 30])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert number(text) is None


def test_numerals_come_back_the_same() -> None:
    for value in (*range(2000), 10_001, 100_000, 123_456, 100_010_001, 10**12 + 5):
        assert number(chinese(value)) == value


def test_numerals_are_written_as_laws_write_them() -> None:
    assert [chinese(value) for value in (10, 12, 20, 101, 110, 1260, 20_000)] == [
        "十", "十二", "二十", "一百零一", "一百一十", "一千二百六十", "二万",
    ]  # fmt: skip


DATES = {
    "2025年3月1日": date(2025, 3, 1),
    "2025年03月01日": date(2025, 3, 1),
    "2026年 4月 20 日": date(2026, 4, 20),
    "二〇二五年三月一日": date(2025, 3, 1),
    "二○二五年十二月三十一日": date(2025, 12, 31),
    "二零二四年十月二十日": date(2024, 10, 20),
    "2025-03-01": date(2025, 3, 1),
    "2025.3.1": date(2025, 3, 1),
    "2025/3/1": date(2025, 3, 1),
    "２０２５年３月１日": date(2025, 3, 1),
    "2025年2月30日": None,
    "2025年13月1日": None,
}


@pytest.mark.parametrize("text", DATES)
def test_dates_are_read_in_every_official_form(text: str) -> None:
    (found,) = find_dates(fold(f"自{text}起施行"))
    assert found.date == DATES[text]
    assert (found.span.start, found.span.end) == (1, 1 + len(text))


@pytest.mark.parametrize("text", ["2025年3月", "3月1日", "1.2.3", "12025-03-01", "GB 2025.3.1.2", "第2025条"])
def test_what_is_no_full_date_is_left_alone(text: str) -> None:
    assert not find_dates(text)
