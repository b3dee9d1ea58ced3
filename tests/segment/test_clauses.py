"""Clauses, labels, lead-ins, headings, sentences and cells."""

from __future__ import annotations

import time

import pytest

from checker.model import Document, Span, Table
from tests.segment.samples import CARRIED_ACT, NOTICE, read


def labels(document: Document) -> dict[str, str]:
    return {clause.label: document.slice(clause.span) for clause in document.clauses}


def test_labels_follow_articles_paragraphs_items_and_sub_items() -> None:
    found = labels(read(CARRIED_ACT))
    assert found["第三条第一款第（二）项第1目"] == "1.疫苗名称；"
    assert found["第三条第二款"] == "养犬人应当对材料的真实性负责。"
    assert found["第四条第（一）项"] == "（一）未满十八周岁；"
    assert found["第二条第二款"].startswith("军用")


def test_labels_join_the_numbers_of_a_text_without_articles() -> None:
    found = labels(read(NOTICE))
    assert found["一、（一）2."] == "2.家庭人均住房面积低于15平方米"
    assert found["二、第1段"] == "受理之日起20日内办结。"


def test_labels_in_an_attachment_name_it() -> None:
    assert labels(read(CARRIED_ACT))["附件2一、"] == "一、烈性犬"


def test_an_item_is_governed_by_the_nearest_lead_in() -> None:
    document = read(CARRIED_ACT)
    leads = {clause.label: document.slice(clause.lead) for clause in document.clauses if clause.lead}
    assert leads["第三条第一款第（三）项"].endswith("应当提交下列材料：")
    assert leads["第三条第一款第（二）项第1目"] == "（二）犬只免疫证明："
    assert leads["第四条第（二）项"].endswith("不予登记：")


def test_an_opening_that_says_nothing_of_its_items_is_no_lead_in() -> None:
    document = read(NOTICE)
    assert [clause.lead for clause in document.clauses if clause.label == "一、（二）"] == [None]


@pytest.mark.parametrize(
    "lead",
    ["申请人应当提交下列材料。", "经营者不得有如下行为。", "申请人应当提交以下材料：", "禁止在广场从事这些活动："],
)
def test_a_lead_in_ends_in_a_colon_or_announces_a_list(lead: str) -> None:
    document = read(f"第三条　{lead}\n（一）甲；\n（二）乙。\n")
    assert all(document.slice(clause.lead).endswith(lead) for clause in document.clauses[1:])


def test_items_without_numbers_are_governed_too() -> None:
    document = read("经营者不得有下列行为：\n擅自停业；\n随意涨价。\n违者依法处理。\n")
    assert [clause.lead is not None for clause in document.clauses] == [False, True, True, False]


def test_a_short_numbered_line_heads_what_follows() -> None:
    document = read(NOTICE)
    heads = {clause.label: document.slice(clause.heading) for clause in document.clauses if clause.heading}
    assert heads["一、（一）1."] == "一、申请条件"
    assert heads["二、第1段"] == "二、办理时限"


def test_a_heading_below_a_lead_in_keeps_its_paragraphs() -> None:
    document = read("为此提出以下要求：\n一、办理时限\n受理之日起十日内办结。\n二、办理地点\n政务大厅。\n")
    assert [clause.label for clause in document.clauses] == ["第1段", "一、", "一、第1段", "二、", "二、第1段"]


def test_short_items_of_a_list_are_no_headings() -> None:
    document = read("申请材料如下：\n1.身份证复印件\n2.户口簿\n3.婚姻状况证明\n办理地点在政务大厅。\n")
    assert [clause.kind for clause in document.clauses] == ["paragraph", "item", "item", "item", "paragraph"]


@pytest.mark.parametrize("mark", ["第三条", "第 三 条", "第３条", "第三条之一"])
def test_an_article_is_known_however_its_number_is_written(mark: str) -> None:
    clause = read(f"{mark}　经营者应当备案。").clauses[0]
    assert clause.kind == "article"


@pytest.mark.parametrize("line", ["第三条规定的期限届满后，应当恢复原状。", "第五条、第六条所列材料应当齐全。"])
def test_a_citation_at_the_head_of_a_line_is_no_article(line: str) -> None:
    assert read(line).clauses[0].kind == "paragraph"


def test_a_single_sentence_is_one_clause_of_one_sentence() -> None:
    for text in ("经营者应当办理登记。", "经营者应当办理登记", "第三条　经营者应当办理登记。\n"):
        (clause,) = read(text).clauses
        assert len(clause.sentences) == 1


def test_a_list_run_on_in_one_line_is_sentences_of_one_clause() -> None:
    document = read("第三条　申请人应当提交下列材料:(一)身份证;(二)户口簿。逾期不候!")
    (clause,) = document.clauses
    assert [document.slice(span) for span in clause.sentences] == [
        "第三条　申请人应当提交下列材料:",
        "(一)身份证;",
        "(二)户口簿。",
        "逾期不候!",
    ]


def test_no_sentence_ends_inside_a_title() -> None:
    document = read("按照《谁来管？怎么管；管什么》执行。依法处理。")
    assert [document.slice(span) for span in document.clauses[0].sentences] == [
        "按照《谁来管？怎么管；管什么》执行。",
        "依法处理。",
    ]


def test_clauses_stand_in_order_and_their_sentences_inside_them() -> None:
    for text in (CARRIED_ACT, NOTICE):
        clauses = read(text).clauses
        assert list(clauses) == sorted(clauses, key=lambda clause: clause.span)
        for clause in clauses:
            assert clause.sentences
            assert all(clause.span.start <= one.start < one.end <= clause.span.end for one in clause.sentences)


def _table(text: str, lines: tuple[str, ...]) -> Table:
    rows = []
    for line in lines:
        at = text.index(line)
        cells = []
        for cell in line.split("\t"):
            cells.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(cells))
    return Table(tuple(rows))


def test_a_cell_is_led_by_the_header_of_its_column() -> None:
    rows = ("序号\t申请材料\t来源", "1\t无房证明\t申请人自备", "2\t\t部门核验")
    text = "一、办理要求\n" + "\n".join(rows) + "\n二、其他\n"
    document = read(text, (_table(text, rows),))
    cells = {clause.label: clause for clause in document.clauses if clause.kind == "cell"}
    cell = cells["表1第2行第2列"]
    assert document.slice(cell.lead) == "申请材料"
    assert document.slice(cell.heading) == "一、办理要求"
    assert "表1第3行第2列" not in cells
    assert cells["表1第1行第1列"].lead is None


def test_in_a_table_of_two_columns_the_left_cell_leads() -> None:
    rows = ("办理条件\t年满十八周岁", "所需证明\t无房证明")
    text = "\n".join(rows)
    document = read(text, (_table(text, rows),))
    leads = [document.slice(clause.lead) for clause in document.clauses if clause.lead]
    assert leads == ["办理条件", "所需证明"]


@pytest.mark.parametrize(
    "piece",
    ["申请人应当提交材料，不得停业", "（一）身份证；", " ", "《", "（1", "：", "第一条 甲。", "1", "附件：\n", "甲\n"],
)
def test_a_long_line_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    small, large = seconds(40_000), seconds(320_000)
    assert large < 40 * small + 0.2
