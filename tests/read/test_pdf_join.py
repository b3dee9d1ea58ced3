"""Lines of print become paragraphs: what is put together, and what is kept apart."""

from __future__ import annotations

import pytest

from tests.read.pdf_file import TOP, centred, lines, paragraphs, text, wrap

_FIRST = "第一条　村民委员会应当自收到申请之日起十个工作日内完成核实，情况复杂的，经乡镇人民政府同意可以延长。"
_SECOND = "第二条　任何单位不得要求申请人重复提交已经核实过的材料，也不得以任何理由拒绝受理。"
_THIRD = "有下列情形之一的，不予办理："


def test_a_wrapped_clause_is_one_line() -> None:
    assert paragraphs(lines(*wrap(_FIRST), *wrap(_SECOND), *wrap(_THIRD))) == [_FIRST, _SECOND, _THIRD]


def test_a_clause_that_goes_on_over_a_page_is_one_line() -> None:
    rows = wrap(_FIRST) + wrap(_SECOND)
    for cut in range(1, len(rows)):
        assert paragraphs(lines(*rows[:cut]), lines(*rows[cut:])) == [_FIRST, _SECOND]


def test_paragraphs_that_fill_their_last_line_are_told_by_the_indent_of_the_next() -> None:
    full = [paragraph[:49] + "。" for paragraph in (_FIRST * 2, _SECOND * 2)]
    assert [len(row) for row in wrap(full[0])] == [26, 26]
    assert paragraphs(lines(*wrap(full[0]), *wrap(full[1]), *wrap(_THIRD))) == [*full, _THIRD]


def test_paragraphs_without_indents_are_told_by_the_blank_between_them() -> None:
    drawn, y = [], TOP
    for paragraph in (_FIRST, _SECOND + "但书另有规定的除外。", _THIRD):
        rows = [paragraph[start : start + 26] for start in range(0, len(paragraph), 26)]
        drawn.append(lines(*rows, y=y, step=22))
        y -= 22 * len(rows) + 14
    assert paragraphs(" ".join(drawn)) == [_FIRST, _SECOND + "但书另有规定的除外。", _THIRD]


@pytest.mark.parametrize(
    "start",
    ["第三条　", "第二章　", "一、", "（一）", "(二)", "1.", "2．", "3、", "（4）", "①", "附件1："],
)
def test_numbers_start_new_lines(start: str) -> None:
    item = f"{start}由市级人民政府负责"
    assert paragraphs(lines("各地应当落实下列事项：", item, item)) == ["各地应当落实下列事项：", item, item]


@pytest.mark.parametrize("cited", ["第三条规定的情形之外，", "（三）项所列材料之外，", "第二章的规定执行之外，"])
def test_a_number_that_a_sentence_speaks_about_starts_no_line(cited: str) -> None:
    before = "申请人提交的材料应当齐全并符合法定形式，除本办法所说的"
    whole = before[:24] + cited + "不得增加其他条件。"
    assert paragraphs(lines(*wrap(whole), *wrap(_SECOND))) == [whole, _SECOND]


def test_a_title_over_two_lines_is_one_line_and_the_number_below_another() -> None:
    page = " ".join(
        [
            centred("某某市人民政府办公室关于加强", TOP),
            centred("建筑市场管理工作的通知", TOP - 34),
            centred("某政办发〔2024〕3号", TOP - 70, 16),
            lines("各区人民政府：", *wrap(_FIRST), *wrap(_SECOND), y=TOP - 120),
        ]
    )
    assert paragraphs(page) == [
        "某某市人民政府办公室关于加强建筑市场管理工作的通知",
        "某政办发〔2024〕3号",
        "各区人民政府：",
        _FIRST,
        _SECOND,
    ]


def test_a_note_in_brackets_below_the_title_is_one_line() -> None:
    page = " ".join(
        [
            centred("某某市文明养犬条例"),
            centred("（2023年5月10日第五届人民代表大会", TOP - 40, 16),
            centred("常务委员会第八次会议通过）", TOP - 68, 16),
            lines(*wrap(_FIRST), *wrap(_SECOND), y=TOP - 120),
        ]
    )
    assert paragraphs(page)[1] == "（2023年5月10日第五届人民代表大会常务委员会第八次会议通过）"


def test_headings_addressee_and_signature_stay_lines_of_their_own() -> None:
    blank = "\u3000"
    rows = [
        "各区人民政府，市政府各部门：",
        *wrap(_FIRST),
        blank * 2 + "一、工作目标",
        *wrap(_SECOND),
        blank * 18 + "某某市人民政府",
        blank * 18 + "2024年3月5日",
    ]
    assert paragraphs(lines(*rows)) == [
        "各区人民政府，市政府各部门：",
        _FIRST,
        "一、工作目标",
        _SECOND,
        "某某市人民政府",
        "2024年3月5日",
    ]


def test_a_table_of_contents_keeps_its_lines() -> None:
    rows = [
        f"{name}{'…' * (24 - len(name))}{page}" for name, page in (("总体要求", 1), ("主要任务", 3), ("保障措施", 9))
    ]
    assert paragraphs(lines(*rows, *wrap(_FIRST), *wrap(_SECOND)))[:3] == rows


def test_latin_words_are_parted_by_a_blank_and_hyphens_stay() -> None:
    rows = ["按照国家标准执行，并符合下列标准体系GB/T", "9704的要求。"]
    assert paragraphs(lines(*rows)) == ["按照国家标准执行，并符合下列标准体系GB/T 9704的要求。"]


_HEAD, _FOOT = 800.0, 40.0


@pytest.mark.parametrize(
    "number", ["— {} —", "-{}-", "第{}页 共9页", "第 {} 页", "{}/9", "{}", "· {} ·", "Page {} of 9", "－{}－"]
)
def test_page_numbers_do_not_cut_a_clause_that_goes_on(number: str) -> None:
    rows = wrap(_FIRST)
    pages = [
        lines(*rows[:1]) + text(number.format(1), 280, _FOOT, 12),
        lines(*rows[1:], *wrap(_SECOND)) + text(number.format(2), 280, _FOOT, 12),
    ]
    assert paragraphs(*pages) == [_FIRST, _SECOND]


def test_running_heads_are_dropped() -> None:
    pages = [
        text("某某市人民政府公报 2024年第3期", 180, _HEAD, 10) + lines(*wrap(paragraph))
        for paragraph in (_FIRST, _SECOND, _THIRD)
    ]
    assert paragraphs(*pages) == [_FIRST, _SECOND, _THIRD]


def test_a_bare_number_that_does_not_count_along_is_kept() -> None:
    assert paragraphs(lines(*wrap(_FIRST)) + text("350", 280, _FOOT), lines(*wrap(_SECOND)))[1] == "350"


def test_columns_are_read_one_after_the_other() -> None:
    left = ["左栏第一行共有十二个字。", "左栏第二行共有十二个字。"] * 4
    right = ["右栏第一行共有十二个字。", "右栏第二行共有十二个字。"] * 4
    page = lines(*left) + lines(*right, x=316)
    read = "".join(paragraphs(page))
    assert read == "".join(left + right)


def test_columns_that_a_file_holds_line_by_line_are_read_one_after_the_other() -> None:
    left, right = ["左栏的一行共有十二个字。"] * 8, ["右栏的一行共有十二个字。"] * 8
    rows = [
        text(one, 90, TOP - 28 * at) + text(two, 316, TOP - 28 * at)
        for at, (one, two) in enumerate(zip(left, right, strict=True))
    ]
    assert "".join(paragraphs("".join(rows))) == "".join(left + right)


def test_the_columns_of_a_list_without_ruled_lines_stay_side_by_side() -> None:
    rows = [("序号", "材料", "份数"), ("1", "申请书", "2"), ("2", "身份证", "1")]
    drawn = [
        text(word, 90 + 150 * place, TOP - 28 * at) for at, row in enumerate(rows) for place, word in enumerate(row)
    ]
    assert paragraphs("".join(drawn)) == ["序号 材料 份数", "1 申请书 2", "2 身份证 1"]
