"""Automatic numbers, as Word shows them."""

from __future__ import annotations

import pytest

from checker.read.docx_numerals import numeral
from tests.read.word_file import level, lists, numbered, paragraph, read, root

_ACT = (
    level(0, "chineseCounting", "第%1章")
    + level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
    + level(2, "chineseCounting", "（%3）", '<w:suff w:val="nothing"/>')
    + level(3, "decimal", "%4.")
)


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 19, "十九"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 100, "一〇〇"),
        ("chineseCounting", 123, "一二三"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 101, "一百〇一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 111, "一百一十一"),
        ("chineseCountingThousand", 1001, "一千〇一"),
        ("chineseCountingThousand", 1010, "一千〇一十"),
        ("chineseCountingThousand", 10010, "一万〇一十"),
        ("chineseCountingThousand", 12345, "一万二千三百四十五"),
        ("taiwaneseCounting", 101, "一○一"),
        ("taiwaneseCountingThousand", 12, "十二"),
        ("japaneseCounting", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 10, "癸"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("chineseLegalSimplified", 1001, "壹仟零壹"),
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 10, "10"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 28, "bb"),
        ("none", 3, ""),
        ("somethingNew", 3, "3"),
        ("chineseCounting", 0, "0"),
        ("lowerLetter", 10**9, "g"),
    ],
)
def test_a_number_is_written_as_word_writes_it(form: str, number: int, shown: str) -> None:
    assert numeral(number, form) == shown


def labels(numbering: str, *paragraphs: str, styles: str = "") -> list[str]:
    parts = {"word/numbering.xml": numbering, "word/styles.xml": root("styles", styles)}
    return read("".join(paragraphs), parts).text.split("\n")


def test_articles_count_on_across_chapters_and_items_begin_again() -> None:
    order = [(0, "总则"), (1, "甲"), (2, "子"), (2, "丑"), (1, "乙"), (2, "寅"), (3, "卯"), (0, "附则"), (1, "丙")]
    read = labels(lists(_ACT), *(numbered(text, level=depth) for depth, text in order))
    assert read == [
        *("第一章 总则", "第一条 甲", "（一）子", "（二）丑", "第二条 乙", "（一）寅", "1. 卯"),
        *("第二章 附则", "第三条 丙"),
    ]


def test_a_level_may_be_restarted_by_one_level_above_only() -> None:
    family = (
        level(0, "decimal", "%1.")
        + level(1, "decimal", "%2)")
        + level(2, "decimal", "<%3>", '<w:lvlRestart w:val="1"/>')
    ).replace("<%3>", "&lt;%3&gt;")
    read = labels(lists(family), *(numbered("甲", level=depth) for depth in (0, 1, 2, 2, 1, 2, 0, 2)))
    assert read == ["1. 甲", "1) 甲", "<1> 甲", "<2> 甲", "2) 甲", "<3> 甲", "2. 甲", "<1> 甲"]


def test_lists_of_one_family_count_on_and_an_override_starts_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "chineseCounting", "%1、"), numbers={1: (0, ""), 2: (0, ""), 3: (0, override)})
    read = labels(numbering, *(numbered("甲", number) for number in (1, 2, 3, 3, 1, 3)))
    assert read == ["一、甲", "二、甲", "一、甲", "二、甲", "三、甲", "四、甲"]


def test_a_list_may_replace_a_level_of_its_family() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), numbers={1: (0, ""), 2: (0, other)})
    assert labels(numbering, numbered("甲", 1), numbered("甲", 2)) == ["1. 甲", "B) 甲"]


def test_legal_numbers_are_decimals_on_all_levels() -> None:
    family = level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "%1.%2", "<w:isLgl/>")
    assert labels(lists(family), numbered("甲"), numbered("乙", level=1)) == ["第一章 甲", "1.1 乙"]


def test_a_level_that_was_skipped_stands_at_its_start() -> None:
    family = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
    read = labels(lists(family), *(numbered("甲", level=depth) for depth in (1, 1, 0)))
    assert read == ["1.1 甲", "1.2 甲", "2. 甲"]


@pytest.mark.parametrize(
    ("text", "suffix", "shown"),
    [
        ("第%1条", "", "第一条 甲"),
        ("第%1条", "nothing", "第一条 甲"),
        ("%1、", "tab", "一、甲"),
        ("（%1）", "space", "（一）甲"),
        ("附件%1", "tab", "附件一 甲"),
        ("附件%1", "nothing", "附件一甲"),
    ],
)
def test_a_number_is_parted_from_its_text_the_same_way_always(text: str, suffix: str, shown: str) -> None:
    extra = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    assert labels(lists(level(0, "chineseCounting", text, extra)), numbered("甲")) == [shown]


def test_white_space_of_the_text_is_not_doubled() -> None:
    family = level(0, "chineseCounting", "第%1条")
    assert labels(lists(family), numbered("\u3000甲")) == ["第一条\u3000甲"]


def test_bullets_are_dropped_unless_they_are_words() -> None:
    numbering = lists(level(0, "bullet", "\uf06c"), level(0, "bullet", "o"), level(0, "bullet", "注："))
    assert labels(numbering, *(numbered("甲", number) for number in (1, 2, 3))) == ["甲", "甲", "注：甲"]


def test_an_empty_numbered_paragraph_counts() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、"))
    assert labels(numbering, numbered("甲"), numbered(""), numbered("乙")) == ["一、甲", "二、", "三、乙"]


def test_numbers_come_from_styles_and_the_styles_they_are_based_on() -> None:
    family = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="Top"/>') + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="Sub"/>'
    )
    styles = (
        '<w:style w:styleId="Top"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Sub"><w:basedOn w:val="Top"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="Sub"/></w:style>'
        '<w:style w:styleId="Plain"><w:basedOn w:val="Top"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
    )
    names = ("Top", "Sub", "Child", "Plain", "Ring", "Absent", "Top")
    styled = (paragraph("甲", f'<w:pStyle w:val="{name}"/>') for name in names)
    assert labels(lists(family), *styled, styles=styles) == [
        "一、甲",
        "（一）甲",
        "（二）甲",
        "甲",
        "甲",
        "甲",
        "二、甲",
    ]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(level(0, "decimal", "%1."))
    assert labels(numbering, paragraph("甲"), numbered("乙", 0), paragraph("丙"), styles=styles) == [
        "1. 甲",
        "乙",
        "2. 丙",
    ]


def test_a_list_may_get_its_levels_through_a_numbering_style() -> None:
    numbering = lists(
        level(0, "chineseCounting", "%1、"), '<w:numStyleLink w:val="Act"/>', numbers={1: (0, ""), 2: (1, "")}
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Act"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(numbering, numbered("甲", 2), numbered("乙", 2), styles=styles) == ["一、甲", "二、乙"]


def test_an_old_number_kept_by_a_tracked_change_is_not_taken() -> None:
    old = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    numbering = lists(level(0, "decimal", "%1."))
    assert labels(numbering, paragraph("甲", old), numbered("乙")) == ["甲", "1. 乙"]


def test_cells_are_numbered_too() -> None:
    rows = "".join(f"<w:tr><w:tc>{numbered('')}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>" for text in ("甲", "乙"))
    assert labels(lists(level(0, "decimal", "%1")), f"<w:tbl>{rows}</w:tbl>") == ["1\t甲", "2\t乙"]
