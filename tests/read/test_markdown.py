"""Markdown marks do not stand between the rules and the words, and lines keep their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Extract
from checker.read import read_bytes


def markdown(text: str) -> Extract:
    return read_bytes(text.encode(), Path("稿.md"))


PLAIN = [
    ("# 第一章 总则 #", "第一章 总则"),
    ("##第二条", "第二条"),
    ("申请人应当**提供*有关*证明**。", "申请人应当提供有关证明。"),
    ("***甲*** __乙__ _丙_ ~~丁~~ `戊`", "甲 乙 丙 丁 戊"),
    ("> > 引文", "引文"),
    ("- 甲", "甲"),
    ("* [x] 乙", "乙"),
    ("1. 甲", "1. 甲"),
    ("（一）甲", "（一）甲"),
    ("　　第一条　甲", "　　第一条　甲"),
    ("见[国发〔2019〕4号](https://example.com/a_b_c)", "见国发〔2019〕4号"),
    ("<https://example.com>", "https://example.com"),
    (r"1\. 甲\*乙\|丙", "1. 甲*乙|丙"),
    ("甲<br>乙<b>丙</b>&nbsp;&lt;丁&gt;", "甲 乙丙 <丁>"),
    ("3*4*5 file_name_x 138****1234 金额______元", "3*4*5 file_name_x 138****1234 金额______元"),
    ("一、适用范围****", "一、适用范围"),
    ("甲<!-- 乙 -->丙", "甲丙"),
    ("<附件>", "<附件>"),
]


@pytest.mark.parametrize(("source", "plain"), PLAIN)
def test_marks_are_taken_off(source: str, plain: str) -> None:
    assert markdown(source).text == plain


def test_lines_keep_their_numbers_and_are_not_joined() -> None:
    extract = markdown("# 办法\n\n第一条 甲，\n乙。\n\n---\n第二条\n===\n```\n# 原样 **甲**\n```\n")
    assert extract.text == "办法\n\n第一条 甲，\n乙。\n\n第二条\n# 原样 **甲**\n"
    assert [origin.line for origin in extract.origins] == [1, 2, 3, 4, 5, 7, 10, 12]


def test_front_matter_gives_only_the_title() -> None:
    extract = markdown('---\ndate: 2024-01-01\ntitle: "某办法"\n---\n第一条\n')
    assert extract.text == "某办法\n第一条\n"
    assert [origin.line for origin in extract.origins] == [3, 5, 6]
    assert markdown("---\n第一条\n---\n第二条").text == "第一条\n第二条"


def test_tables_become_rows_whose_cells_have_spans() -> None:
    extract = markdown("前\n| 材料 | 要求 |\n|:---|---:|\n| **证明** | 原件\\|复印件 |\n|| 2 |\n后")
    assert extract.text == "前\n材料\t要求\n证明\t原件|复印件\n\t2\n后"
    cells = [[extract.text[cell.start : cell.end] for cell in row] for row in extract.tables[0].rows]
    assert cells == [["材料", "要求"], ["证明", "原件|复印件"], ["", "2"]]
    assert [(origin.line, origin.via) for origin in extract.origins] == [
        (1, "text"),
        (2, "table"),
        (4, "table"),
        (5, "table"),
        (6, "text"),
    ]


def test_two_tables_are_two() -> None:
    table = "甲|乙\n---|---\n1|2\n"
    assert len(markdown(f"{table}\n{table}").tables) == 2


def test_a_cell_that_runs_over_lines_stays_one_cell() -> None:
    extract = markdown("甲|乙\n---|---\n1|第一行\n第二行\n2|丙\n\n后")
    assert extract.text == "甲\t乙\n1\t第一行 第二行\n2\t丙\n\n后"


def test_tables_written_in_html_are_tables_too() -> None:
    extract = markdown("前\n<table><tr><td>甲</td><td>乙</td></tr>\n<tr><td>1</td><td>2</td></tr></table>\n后")
    assert extract.text == "前\n甲\t乙\n1\t2\n后"
    assert [origin.line for origin in extract.origins] == [1, 2, 2, 4]
    assert len(extract.tables[0].rows) == 2


def test_a_table_in_html_without_words_is_nothing() -> None:
    assert markdown("前\n<table><tr><td></td></tr></table>\n后").text.split("\n")[-1] == "后"


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    assert markdown("```\n**第一条**").text == "第一条"


def test_comments_over_lines_leave_the_numbers_alone() -> None:
    extract = markdown("甲\n<!-- 乙\n丙 -->\n丁")
    assert extract.text.split("\n")[-1] == "丁"
    assert extract.origins[-1].line == 4


def test_pictures_are_a_gap() -> None:
    assert "1 张图片" in markdown("甲\n![流程图](a.png)").gaps[0].reason


def test_long_lines_of_marks_take_no_time() -> None:
    for line in (
        "*" * 20_000,
        "_" * 20_000 + "甲",
        "[" * 20_000,
        "|" * 20_000,
        "> " * 20_000,
        "`a" * 10_000,
        "# " * 20_000,
        "<" * 20_000,
    ):
        markdown(f"第一条\n{line}\n")
