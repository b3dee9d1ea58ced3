"""Ruled tables of a PDF become rows of cells."""

from __future__ import annotations

from checker.model import Extract
from tests.read.pdf_file import centred, frame, lines, read, rule, text

_XS = (90.0, 180.0, 400.0, 500.0)
_YS = (700.0, 660.0, 620.0, 560.0)


def _cells(extracted: Extract) -> list[list[list[str]]]:
    return [
        [[extracted.text[cell.start : cell.end] for cell in row] for row in table.rows] for table in extracted.tables
    ]


def _row(y: float, *words: str) -> str:
    return " ".join(text(word, x + 5, y, 12) for word, x in zip(words, _XS, strict=False) if word)


_PAGE = " ".join(
    [
        text("申请人应当提交下列材料：", y=740),
        frame(_XS, _YS),
        _row(676, "序号", "材料名称", "份数"),
        _row(636, "1", "身份证明复印件", "2"),
        _row(600, "2", "经营场所使用证明（租赁合同或者", ""),
        _row(580, "", "产权证明）", "1"),
        text("以上材料应当真实有效。", y=500),
    ]
)


def test_a_ruled_table_becomes_lines_of_cells_between_its_neighbours() -> None:
    extracted = read(_PAGE)
    assert extracted.text.split("\n") == [
        "申请人应当提交下列材料：",
        "序号\t材料名称\t份数",
        "1\t身份证明复印件\t2",
        "2\t经营场所使用证明（租赁合同或者产权证明）\t1",
        "以上材料应当真实有效。",
    ]


def test_cells_and_their_origins_are_told() -> None:
    extracted = read(_PAGE)
    assert _cells(extracted) == [
        [
            ["序号", "材料名称", "份数"],
            ["1", "身份证明复印件", "2"],
            ["2", "经营场所使用证明（租赁合同或者产权证明）", "1"],
        ]
    ]
    cell = extracted.tables[0].rows[1][1]
    origin = next(origin for origin in extracted.origins if origin.start == cell.start)
    assert (origin.page, origin.line, origin.via) == (1, 3, "table")
    assert origin.box == (180.0, 182.0, 400.0, 222.0)
    assert [origin.via for origin in extracted.origins].count("text") == 2


def test_one_run_of_print_across_several_cells_is_cut() -> None:
    extracted = read(
        frame(_XS, (700, 660, 620)) + text("序号" + " " * 12 + "材料名称" + " " * 29 + "份数", 95, 676, 12)
    )
    assert _cells(extracted) == [[["序号", "材料名称", "份数"]]]


def test_a_table_that_goes_on_over_a_page_is_one_table_with_one_header() -> None:
    second = frame(_XS, (800.0, 760.0, 720.0)) + _row(776, "序号", "材料名称", "份数") + _row(736, "3", "承诺书", "1")
    extracted = read(_PAGE.replace(text("以上材料应当真实有效。", y=500), ""), second)
    assert [row[0] for row in _cells(extracted)[0]] == ["序号", "1", "2", "3"]
    assert len(extracted.tables) == 1


def test_merged_cells_leave_empty_places_so_that_columns_keep_their_numbers() -> None:
    merged = " ".join(
        [rule(90, y, 500, y) for y in (700, 660, 620)]
        + [rule(x, 700, x, 620) for x in (90, 500)]
        + [rule(x, 660, x, 620) for x in (180, 400)]
    )
    extracted = read(merged + text("申请材料", 95, 676, 12) + _row(636, "1", "身份证明", "2"))
    assert _cells(extracted) == [[["申请材料", "", ""], ["1", "身份证明", "2"]]]


def test_a_table_without_a_frame_keeps_its_outer_columns() -> None:
    inner = " ".join([rule(90, y, 500, y) for y in (700, 660, 620)] + [rule(x, 700, x, 620) for x in (180, 400)])
    extracted = read(inner + _row(676, "序号", "材料", "份数") + _row(636, "1", "身份证明", "2"))
    assert _cells(extracted) == [[["序号", "材料", "份数"], ["1", "身份证明", "2"]]]


def test_a_box_round_a_text_and_the_red_line_of_the_head_are_no_tables() -> None:
    extracted = read(
        frame((80, 510), (720, 600)) + lines("第一条　为了规范管理，", "制定本办法。", y=690) + rule(80, 560, 510, 560)
    )
    assert extracted.tables == ()
    assert "第一条" in extracted.text


def test_a_title_over_a_table_is_no_part_of_it() -> None:
    extracted = read(centred("申请表", 760) + _PAGE)
    assert extracted.text.startswith("申请表\n申请人应当")
