"""What the body of a Word file says, and where each word came from."""

from __future__ import annotations

import pytest

from checker.model import Extract
from tests.read.word_file import paragraph, read, row, table, words

_INSERTED = f'<w:ins w:id="1" w:author="甲">{words("新增")}</w:ins>'
_DELETED = '<w:del w:id="2" w:author="甲"><w:r><w:delText>旧文</w:delText></w:r></w:del>'
_BOX = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>"
_LOST_MARK = '<w:rPr><w:del w:id="3"/></w:rPr>'


def vias(extract: Extract) -> list[tuple[str, int, str]]:
    """The words of each origin with its paragraph and way."""
    ends = [*(origin.start for origin in extract.origins[1:]), len(extract.text)]
    return [
        (extract.text[origin.start : end].strip("\n"), origin.line, origin.via)
        for origin, end in zip(extract.origins, ends, strict=True)
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (words("第一条") + words("　为了"), "第一条　为了"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:br/><w:t>甲</w:t><w:br/><w:br w:type='page'/></w:r>", "甲"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>", "A-1"),
        ("<w:r><w:t> 甲\n乙 </w:t></w:r>", "甲 乙"),
        ("<w:r><w:t xml:space='preserve'>甲 </w:t><w:t>乙</w:t></w:r>", "甲 乙"),
        ("<w:r><w:pict><v:shape><v:textpath string='某市人民政府文件'/></v:shape></w:pict></w:r>", "某市人民政府文件"),
        ("<w:r><w:t>甲\u00a0\u200b乙\u2f08</w:t></w:r>", "甲 乙人"),
        (f"<w:hyperlink>{words('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag><w:smartTagPr/><w:smartTag>{words('标记')}</w:smartTag></w:smartTag>", "标记"),
        (f"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{words('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:fldSimple w:instr='PAGE'>{words('3')}</w:fldSimple>", "3"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>"
            + words("拼")
            + "</w:rubyBase></w:ruby></w:r>",
            "拼",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', "□"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F020"/></w:r>', "〓"),
        ('<w:r><w:sym w:font="仿宋" w:char="2460"/></w:r>', "①"),
        ('<w:r><w:sym w:font="仿宋" w:char="垃圾"/><w:t>甲</w:t></w:r>', "甲"),
    ],
)
def test_everything_a_run_can_hold_is_read(content: str, text: str) -> None:
    assert read(paragraph(content)).text == text


def field(code: str, result: str | None) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = "" if result is None else mark("separate") + result
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{mark('end')}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (words("见第") + field("REF a", words("三")) + words("条"), "见第三条"),
        (words("甲") + field(" PAGE ", None) + words("乙"), "甲乙"),
        (field("IF", words("外") + field("REF", words("内"))), "外内"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + words("没有结束"), "没有结束"),
        (words("甲") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + words("乙"), "甲乙"),
        (words("第") + field(r"eq \o\ac(○,3)", None) + words("项"), "第③项"),
        (field(r"eq \o\ac(□,密)", None), "密"),
    ],
)
def test_of_a_field_the_result_is_read_and_not_the_code(content: str, text: str) -> None:
    assert read(paragraph(content)).text == text


def test_a_check_box_says_whether_it_is_checked() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    states = ("<w:checked/>", '<w:default w:val="1"/><w:checked w:val="0"/>', '<w:default w:val="0"/>')
    assert read(paragraph("".join(box.format(state) + end for state in states))).text == "☑□□"


def test_a_tracked_change_is_read_as_accepted_and_marked() -> None:
    extract = read(paragraph(words("应当") + _DELETED + _INSERTED + words("备案。")) + paragraph("下一段"))
    assert extract.text == "应当新增备案。\n下一段"
    assert vias(extract) == [("应当", 1, "text"), ("新增", 1, "revision"), ("备案。", 1, "text"), ("下一段", 2, "text")]


def test_moved_words_stand_only_where_they_were_moved_to() -> None:
    extract = read(
        paragraph(f"<w:moveFrom w:id='1'>{words('移动')}</w:moveFrom>")
        + paragraph(words("前") + f"<w:moveTo w:id='2'>{words('移动')}</w:moveTo>")
    )
    assert vias(extract) == [("前", 2, "text"), ("移动", 2, "revision")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    extract = read(paragraph("申请人", _LOST_MARK) + paragraph("应当") + paragraph("备案"))
    assert extract.text == "申请人应当\n备案"


@pytest.mark.parametrize("after", [table(row("甲", "乙")), ""])
def test_a_deleted_mark_before_a_table_or_the_end_loses_nothing(after: str) -> None:
    assert read(paragraph("申请人", _LOST_MARK) + after).text.startswith("申请人")


def test_a_deleted_paragraph_is_gone_and_not_numbered() -> None:
    from tests.read.word_file import level, lists, numbered

    gone = numbered(_DELETED).replace("</w:pPr>", f"{_LOST_MARK}</w:pPr>")
    numbering = {"word/numbering.xml": lists(level(0, "chineseCounting", "%1、"))}
    assert read(numbered("甲") + gone + numbered("乙"), numbering).text == "一、甲\n二、乙"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    drawn = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{_BOX}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{drawn}{old}</mc:AlternateContent></w:r>"
    assert read(paragraph(words("前") + both + words("后")) + paragraph("下段")).text == "前后\n框内\n下段"


def test_an_old_text_box_is_read_too() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></w:r>"
    assert read(paragraph(old) + paragraph("下段")).text == "框内\n下段"


def test_a_fallback_is_read_if_the_choice_says_nothing() -> None:
    branches = f"<mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>{words('替代')}</mc:Fallback>"
    assert read(paragraph(f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>")).text == "替代"


def test_hidden_words_are_not_read_and_told() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部意见</w:t></w:r>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>公开</w:t></w:r>"
    extract = read(paragraph(hidden + shown))
    assert extract.text == "公开"
    assert [gap.reason for gap in extract.gaps] == ["有 4 个字设为隐藏，未读"]


def test_paragraphs_in_controls_and_wrappers_are_read_in_order() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('乙')}</w:sdtContent></w:sdt>"
    extract = read(paragraph("甲") + control + paragraph("") + f"<w:customXml>{paragraph('丙')}</w:customXml>")
    assert vias(extract) == [("甲", 1, "text"), ("乙", 2, "text"), ("丙", 4, "text")]


def test_a_table_is_rows_of_cells_between_its_neighbours() -> None:
    extract = read(paragraph("前") + table(row("材料", "份数"), row("申请表", paragraph(_INSERTED))) + paragraph("后"))
    assert extract.text == "前\n材料\t份数\n申请表\t新增\n后"
    cells = [[extract.text[start:end] for start, end in cells] for cells in extract.tables[0].rows]
    assert cells == [["材料", "份数"], ["申请表", "新增"]]
    assert [via for _, _, via in vias(extract)] == ["text", "table", "table", "revision", "text"]


def cell(text: str, properties: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{paragraph(text)}"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ((row("甲", "乙", "丙"), row(cell("宽", '<w:gridSpan w:val="2"/>'), "末")), "甲\t乙\t丙\n宽\t\t末"),
        ((row("甲", "乙"), row(cell("小计", '<w:gridSpan w:val="2"/>'))), "甲\t乙\n小计"),
        (
            (row(cell("合", '<w:vMerge w:val="restart"/>'), "乙"), row(cell("合", "<w:vMerge/>"), "丁")),
            "合\t乙\n\t丁",
        ),
        (
            (row(paragraph("一") + paragraph("二"), "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>"),),
            "一 二\ta b",
        ),
        ((row(table(row("内", "嵌")) + paragraph("外"), "乙"),), "内 嵌 外\t乙"),
        ((row("甲", "乙"), row("", ""), row("", "丁")), "甲\t乙\n\t丁"),
        ((row("甲", "乙"), row("删", "去").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")), "甲\t乙"),
        ((f"<w:sdt><w:sdtContent>{row('甲', '乙')}</w:sdtContent></w:sdt>",), "甲\t乙"),
    ],
)
def test_merged_nested_and_deleted_cells(rows: tuple[str, ...], text: str) -> None:
    assert read(table(*rows)).text == text


def test_a_frame_of_one_column_is_no_table() -> None:
    extract = read(table(row(paragraph("第一条") + paragraph("第二条"))))
    assert (extract.text, extract.tables) == ("第一条\n第二条", ())


def test_origins_are_sorted_and_begin_at_the_start() -> None:
    extract = read(table(row("", paragraph(_INSERTED))) + paragraph(_INSERTED + words("后")))
    starts = [origin.start for origin in extract.origins]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
