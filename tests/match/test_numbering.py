"""Numbers of articles, chapters and items."""

from __future__ import annotations

import pytest

from checker.model import Severity
from tests.match.papers import fired, trials


def _act(*numbers: str) -> str:
    return "\n".join(f"第{number}条 养犬人应当遵守第{number}项要求。" for number in numbers)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("一", "二", "三"), 0),
        (("一", "二", "四"), 1),
        (("九", "十", "十二"), 1),
        (("二十九", "三十一"), 1),
        (("一", "一", "二"), 0),
        (("一", "二", "一", "二"), 0),
    ],
)
def test_an_article_left_out_is_told(numbers: tuple[str, ...], found: int) -> None:
    assert len(fired("skipped-number", _act(*numbers))) == found


@pytest.mark.parametrize(("numbers", "found"), [(("一", "二", "二", "三"), 1), (("一", "二", "一", "二"), 0)])
def test_an_article_told_twice_is_told_unless_the_row_begins_anew(numbers: tuple[str, ...], found: int) -> None:
    assert len(fired("repeated-number", _act(*numbers))) == found


def test_the_finding_quotes_only_the_head_of_the_clause() -> None:
    assert fired("skipped-number", _act("一", "二", "四")) == ["第四条 养犬人应当遵守第四项要求"]


def test_a_table_of_contents_is_no_row_of_chapters() -> None:
    text = "目录\n第一章 总则\n第二章 管理\n第三章 附则\n第二章 管理\n第一条 养犬应当登记。\n第三章 附则\n第二条 本办法施行。"
    assert fired("repeated-number", text) == []


def test_a_paper_that_amends_another_quotes_its_articles() -> None:
    text = "××县人民政府关于修改《××县养犬办法》的决定\n第三条 改为养犬应当登记。\n第九条 删去。"
    assert fired("skipped-number", text) == []


def test_many_gaps_speak_for_an_excerpt() -> None:
    found = trials("skipped-number", _act("一", "三", "五", "七"))
    assert [trial.cap for _, trial in found] == [Severity.INFO] * 3


def test_an_item_that_stands_in_the_middle_of_a_line_is_not_missing() -> None:
    text = "第一条 条件：\n（一）有住所；\n（二）有免疫。（三）有登记；\n（四）有犬链。"
    assert fired("skipped-item", text) == []


def test_an_item_left_out_is_told() -> None:
    text = "第一条 条件：\n（一）有住所；\n（二）有免疫；\n（四）有犬链。"
    assert fired("skipped-item", text) == ["（四）有犬链"]


def test_items_of_two_articles_are_two_rows() -> None:
    text = "第一条 条件：\n（一）有住所；\n（二）有免疫。\n第二条 材料：\n（三）申请表。"
    assert fired("skipped-item", text) == []
