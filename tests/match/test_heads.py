"""Title, number, signature and date."""

from __future__ import annotations

import pytest

from checker.model import Severity
from tests.match.papers import fired, notice, trials

WHOLE = notice()


@pytest.mark.parametrize(
    "check", ["missing-number", "missing-signature", "missing-date", "title-without-type", "title-marks", "date-form"]
)
def test_a_whole_paper_lacks_nothing(check: str) -> None:
    assert fired(check, WHOLE) == []


def test_what_a_whole_paper_lacks_is_told_where_it_should_stand() -> None:
    assert fired("missing-number", notice(number="")) == ["××县人民政府关于加强犬只管理的通知"]
    assert fired("missing-signature", notice(foot="2025年4月20日")) == ["2025年4月20日"]
    assert fired("missing-date", notice(foot="××县人民政府")) == ["××县人民政府"]
    assert fired("missing-date", notice(foot="××县人民政府\n2025年4月")) == ["2025年4月"]


def test_a_notice_that_ends_in_its_text_lacks_number_and_signature() -> None:
    text = "××县教育局关于加强校外培训管理的通知\n各中心学校：\n培训机构应当办理登记。"
    assert fired("missing-number", text) == ["××县教育局关于加强校外培训管理的通知"]
    assert fired("missing-signature", text) == ["培训机构应当办理登记。"]


def test_a_bare_clause_is_not_held_to_the_form_of_a_paper() -> None:
    for check in ("missing-number", "missing-signature", "missing-date", "title-without-type"):
        assert fired(check, "养犬人应当办理登记。") == []


def test_a_collection_with_its_own_head_line_tells_the_number_elsewhere() -> None:
    found = trials("missing-number", "【某省某县】" + notice(number=""))
    assert [trial.cap for _, trial in found] == [Severity.INFO]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("××县人民政府关于印发《××县犬只管理条例》的通知", 1),
        ("××局关于发布市场管理条例的通知", 1),
        ("××县人民政府关于贯彻落实《优化营商环境条例》的实施意见", 0),
        ("××县人民政府关于印发《贯彻〈优化营商环境条例〉实施方案》的通知", 0),
        ("××县人民代表大会常务委员会关于公布《××县养犬条例》的公告", 0),
    ],
)
def test_only_a_legislature_names_an_act_so(title: str, found: int) -> None:
    assert len(fired("titled-as-law", f"{title}\n各单位：\n现印发给你们。")) == found


@pytest.mark.parametrize(
    ("foot", "found"),
    [("2025年05月01日", 1), ("二〇二五年五月一日", 1), ("2025年5月1日", 0), ("2025年12月31日", 0)],
)
def test_the_form_of_the_date(foot: str, found: int) -> None:
    assert len(fired("date-form", notice(foot=f"××县人民政府\n{foot}"))) == found
