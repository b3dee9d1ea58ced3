from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from checker.model import Span
from checker.report.paint import console, paint
from checker.report.text import Piece, Row, excerpt, plain, render, rows
from tests.report.papers import ABOUT, draft, report, reports

GOLDEN = Path(__file__).parent / "golden"


def test_report_is_as_in_the_golden_file() -> None:
    assert "".join(render(reports(), ABOUT)) == (GOLDEN / "report.txt").read_text("utf-8")


def test_quiet_leaves_out_files_that_are_in_order() -> None:
    first, _, _ = reports()
    clean = report(draft("清洁.txt"))
    lines = [plain(row) for row in rows((first, clean), ABOUT, quiet=True)]
    assert not any("清洁.txt" in line for line in lines)
    assert any("共 2 份文件" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("处以五百元罚款", "……案，逾期未备案的，由街道办事处【处以五百元罚款】，并责令改正后方可继续经营。"),
        ("无犯罪记录证明", "第二条 申请人提交下列材料： 【无犯罪记录证明】"),
        ("某市小餐饮管理办法", "【某市小餐饮管理办法】"),
        ("办法\n第一条", "某市小餐饮管理【办法 第一条】 经营者应当在开业前向街道办事……"),
    ],
)
def test_quotation_stands_in_its_context(words: str, shown: str) -> None:
    document = draft()
    start = document.text.index(words)
    pieces = excerpt(document, Span(start, start + len(words)))
    assert "".join(f"【{piece.words}】" if piece.style else piece.words for piece in pieces) == shown


def test_long_quotation_loses_its_middle() -> None:
    document = replace(draft(), text="甲" * 200 + "乙" * 200)
    assert excerpt(document, Span(0, 400))[1].words == "甲" * 60 + "……" + "乙" * 60


def test_painted_rows_say_the_same_as_plain_ones() -> None:
    file = io.StringIO()
    paint(rows(reports(), ABOUT), console(file, width=300))
    bare = "".join(file.getvalue().split())
    for words in ("处以五百元罚款", "自行设定罚款", "\x1b[1;31m错误"):
        assert words in bare


def test_lines_break_within_the_width_and_keep_the_indent() -> None:
    file = io.StringIO()
    paint([Row(4, (Piece("一二三四，五六七八九sets-fine十", "error"),))], Console(file=file, width=14))
    assert file.getvalue() == "    一二三四，\n    五六七八九\n    sets-fine\n    十\n"


def test_text_of_a_document_is_never_markup() -> None:
    file = io.StringIO()
    document = draft("[red]a[/].txt")
    paint(rows([report(document)], ABOUT), console(file, width=80))
    assert "[red]a[/].txt" in file.getvalue()
