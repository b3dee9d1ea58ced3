"""Dates, weekdays, periods, days of effect and terms."""

from __future__ import annotations

import pytest

from tests.match.papers import fired, notice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("截至2025年9月31日。", ["2025年9月31日"]),
        ("每年6月31日前报送。", ["6月31日"]),
        ("自2025年2月29日起。", ["2025年2月29日"]),
        ("自2024年2月29日起。", []),
        ("每年2月29日放假。", []),
        ("二月三十日截止。", ["二月三十日"]),
        ("2025年00月00日。", []),
        ("2025年12月31日。", []),
    ],
)
def test_days_that_no_calendar_has(text: str, found: list[str]) -> None:
    assert fired("impossible-date", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("定于2025年5月1日（星期三）举行。", 1),
        ("定于2025年5月1日（星期四）举行。", 0),
        ("定于2025年5月4日（周日）举行。", 0),
        ("定于2025年5月4日星期天举行。", 0),
    ],
)
def test_weekdays_are_counted(text: str, found: int) -> None:
    assert len(fired("wrong-weekday", text)) == found


def test_a_period_that_ends_before_it_begins() -> None:
    assert fired("reversed-period", "期限为2025年8月1日至2025年6月30日。") == ["2025年8月1日至2025年6月30日"]
    assert fired("reversed-period", "2025年8月1日公布，2025年6月30日通过。") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("本通知自2025年1月1日起施行。", ["自2025年1月1日起施行"]),
        ("本通知自2025年5月1日起施行。", []),
        ("本通知自印发之日起施行。", []),
        ("《××条例》自2020年1月1日起施行。", []),
    ],
)
def test_a_day_of_effect_before_the_day_of_issue(body: str, found: list[str]) -> None:
    assert fired("effective-before-issue", notice(body=body)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("本通知自2024年1月1日起施行，有效期五年，至2026年12月31日止。", 1),
        ("本通知自2024年1月1日起施行，有效期3年，至2026年12月31日止。", 0),
        ("本通知自2024年1月1日起施行，有效期3年。", 0),
        ("本通知自2024年1月1日起施行。许可证有效期五年，至2026年12月31日止。", 0),
    ],
)
def test_a_term_that_does_not_fit_its_end(body: str, found: int) -> None:
    assert len(fired("contradictory-term", body)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("××县公租房办法（试行）\n第一条 本办法自2025年7月1日起施行，有效期5年。", ["有效期5年"]),
        ("××县公租房办法\n第一条 本办法自2025年7月1日起施行，有效期5年。", []),
        ("××县公租房办法\n第一条 本办法自2025年7月1日起施行，有效期8年。", ["有效期8年"]),
        ("××县公租房办法\n第一条 合同有效期10年。", []),
    ],
)
def test_terms_above_the_usual(text: str, found: list[str]) -> None:
    assert fired("long-term", text) == found
