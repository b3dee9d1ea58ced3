"""What becomes of a PDF: its text, its places, what is reported as unread."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.model import Gap, Span
from checker.read.pdf import extract
from checker.read.pdf_boxes import boxes
from tests.read.pdf_file import (
    PATH,
    RIGHT,
    SIZE,
    TOP,
    encrypted,
    filled_in,
    lines,
    paragraphs,
    pdf,
    picture,
    read,
    slanting,
    spaced,
    text,
    wrap,
)

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "pdf"
_CLAUSE = "第一条　村民委员会应当自收到申请之日起十个工作日内完成核实，情况复杂的，可以延长五个工作日。"
_SCAN = "没有文字层（可能是扫描件），未读"


@pytest.mark.parametrize("encoding", ["GBK-EUC-H", "UniGB-UCS2-H", "UniGB-UTF16-H"])
def test_fonts_of_chinese_typesetters_are_read_without_a_table_to_unicode(encoding: str) -> None:
    words = "第一条 外地企业可以参加投标。"
    assert extract(PATH, pdf(text(words, encoding=encoding), encoding=encoding)).text == words


def test_every_line_of_print_has_an_origin_with_page_line_and_box() -> None:
    extracted = read(lines(*wrap(_CLAUSE)), text("第二条　本办法自发布之日起施行。"))
    assert extracted.text == f"{_CLAUSE}\n第二条　本办法自发布之日起施行。"
    assert [(origin.page, origin.line, origin.via) for origin in extracted.origins] == [
        (1, 1, "text"),
        (1, 2, "text"),
        (2, 1, "text"),
    ]
    assert [extracted.text[origin.start : origin.start + 3] for origin in extracted.origins] == [
        "第一条",
        _CLAUSE[24:27],
        "第二条",
    ]
    left, top, right, bottom = extracted.origins[0].box or (0.0, 0.0, 0.0, 0.0)
    assert (left, right) == (122.0, RIGHT)
    assert top < 842 - TOP < bottom
    assert extracted.pages == 2


def test_a_span_is_found_again_on_the_page_character_by_character() -> None:
    data = pdf(lines(*wrap(_CLAUSE)))
    extracted = extract(PATH, data)
    at = extracted.text.index("十个工作日内完成")
    found = boxes(data, extracted.text, extracted.origins, Span(at, at + 8))
    assert [page for page, _ in found] == [1, 1]
    assert [round((box[2] - box[0]) / SIZE) for _, box in found] == [24 - at, 8 - 24 + at]
    assert found[0][1][2] == RIGHT
    assert found[1][1][0] == 90.0


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    twice = text("国家金") + text("金融监督管理总局", 90 + 2 * SIZE + 0.4)
    assert read(twice).text == "国家金融监督管理总局"
    assert read(text("第一章 总则") + text("第一章 总则", 90.3)).text == "第一章 总则"


def test_letters_that_are_double_by_right_stay_double() -> None:
    assert (
        read(text("干干净净，人人有责。") + text("https://abb.cc/11", y=700)).text
        == "干干净净，人人有责。\nhttps://abb.cc/11"
    )


def test_gaps_of_layout_are_no_blanks() -> None:
    assert read(spaced("文明行为促进条例", 15)).text == "文明行为促进条例"
    mixed = text("自", 90) + text("2024", 90 + SIZE + 4) + text("年起施行", 90 + 3 * SIZE + 8)
    assert read(mixed).text == "自2024年起施行"


def test_gaps_that_the_author_made_are_blanks() -> None:
    assert read(text("局长", 90) + text("甲某某", 90 + 3.5 * SIZE)).text == "局长 甲某某"
    assert read(text("第一条", 90) + text("为了规范管理", 90 + 3.4 * SIZE)).text == "第一条 为了规范管理"


def test_radicals_in_the_place_of_characters_are_folded() -> None:
    assert (
        read(text("⼈⼤常委会第⼆⼗次会议，⻓期有效，不要求提供证明。")).text
        == "人大常委会第二十次会议，长期有效，不要求提供证明。"
    )


def test_what_is_printed_beside_the_page_is_not_read() -> None:
    assert read(text("正文") + text("页外", y=-50)).text == "正文"


def test_a_page_held_sideways_is_read_as_it_is_held() -> None:
    turned = "BT /F1 16 Tf 0 1 -1 0 {} 90 Tm <{}> Tj ET"
    rows = [turned.format(100 + 28 * at, row.encode("utf-16-be").hex()) for at, row in enumerate(("甲方", "乙方"))]
    extracted = extract(PATH, pdf(" ".join(rows), turned=90))
    assert extracted.text == "甲方\n乙方"
    assert extracted.origins[0].box is not None
    assert extracted.origins[0].box[0] == 90.0


def test_a_water_mark_is_left_out_and_a_single_stamp_kept() -> None:
    page = text("正文第一段。")
    assert paragraphs(page + slanting("征求意见稿"), page + slanting("征求意见稿")) == ["正文第一段。", "正文第一段。"]
    assert paragraphs(page + slanting("作废")) == ["正文第一段。", "作废"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (picture(), _SCAN),
        (picture() + text("扫描"), "页面主要是图片，只有 2 个字有文字层，图片中的文字未读"),
        (text("\ue001\ue002\ue003\ue004关于"), "文字层乱码（字体缺少文字对照表），未读"),
        (text("ÖÐ»ªÈËÃñ¹²ºÍ¹ú"), "文字层乱码（字体缺少文字对照表），未读"),
        (lines(*["鎻鍙戠敓鐨勮涓烘槸鍥藉鎵鏈夌殑璧勬簮"] * 14), "文字层疑似乱码，请与原件核对"),
    ],
    ids=["scan", "chart", "private use", "mojibake", "rare characters"],
)
def test_a_page_that_cannot_be_read_is_reported(page: str, reason: str) -> None:
    extracted = read(text("第一条　正文。"), page)
    assert extracted.text.startswith("第一条　正文。")
    assert extracted.gaps == (Gap("第2页", reason),)


def test_a_blank_page_is_nothing_to_report() -> None:
    assert read(text("第一条　正文。"), "").gaps == ()


def test_a_broken_page_does_not_keep_the_others_from_being_read() -> None:
    extracted = extract(PATH, pdf(text("甲"), text("乙"), text("丙"), broken=[2]))
    assert extracted.text == "甲\n丙"
    assert extracted.gaps == (Gap("第2页", "这一页已损坏，未读"),)


def test_what_was_written_into_a_form_field_is_read() -> None:
    assert extract(PATH, filled_in("甲有限公司")).text == "申请人：\n甲有限公司"


def test_a_form_field_that_does_not_show_what_was_written_is_reported() -> None:
    gaps = extract(PATH, filled_in("甲有限公司", shown=False)).gaps
    assert gaps == (Gap("第1页", "表单域中填写的内容不能显示，未读"),)


def test_a_file_within_the_file_is_reported() -> None:
    gaps = extract(PATH, pdf(text("正文"), attached="list.xlsx")).gaps
    assert gaps == (Gap("附带文件“list.xlsx”", "PDF 内嵌的附带文件，未读"),)


def test_a_file_without_its_end_is_reported_even_if_it_opens() -> None:
    data = pdf(text("正文")).replace(b"%%EOF", b"")
    assert extract(PATH, data).gaps == (Gap("文件末尾", "缺少 PDF 结束标记，文件可能不完整，缺失部分未读"),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "文件已加密，需要密码"),
        (pdf(text("正文"))[:400], "文件不完整（被截断），无法作为 PDF 打开"),
        (b"%PDF-1.5\n" + b"x" * 500 + b"%%EOF", "文件结构已损坏，或者没有任何页面，无法作为 PDF 打开"),
        (pdf(), "文件结构已损坏，或者没有任何页面，无法作为 PDF 打开"),
        (b"PK\x03\x04", "不是 PDF 文件（缺少 %PDF 文件头），可能已损坏"),
        (b"", "不是 PDF 文件（缺少 %PDF 文件头），可能已损坏"),
    ],
    ids=["password", "cut off", "rubbish", "no pages", "another kind", "empty"],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        extract(PATH, data)
    assert str(caught.value) == f"draft.pdf：{reason}"


@pytest.mark.parametrize("cut", range(100, 1500, 100))
def test_a_file_cut_anywhere_is_read_refused_or_reported(cut: int) -> None:
    data = pdf(text("正文"), text("正文"))[:cut]
    try:
        extracted = extract(PATH, data)
    except ReadError:
        return
    assert extracted.gaps


def test_every_article_of_a_printed_law_starts_a_line() -> None:
    path = _CORPUS / "zitzhen_Chinese-law" / "中华人民共和国立法法.pdf"
    if not path.exists():
        pytest.skip("没有 ../shared/corpus")
    extracted = extract(path, path.read_bytes())
    starts = re.findall(r"^第[一二三四五六七八九十百零]+条(?=\s)", extracted.text, re.M)
    assert len(starts) == len(set(starts)) == 120
    assert not extracted.gaps
