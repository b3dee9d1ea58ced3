"""Parts, heads and tails of papers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.segment.samples import CARRIED_ACT, NOTICE, read

CONSULTATION = """关于公开征求《南湾市共享单车管理办法（征求意见稿）》意见的公告
为规范共享单车管理，现向社会公开征求意见，时间为2025年4月1日至2025年4月30日。
南湾市交通运输局
2025年3月31日
南湾市共享单车管理办法
（征求意见稿）
第一条　为了规范共享单车停放，制定本办法。
第二条　运营企业应当划定停放区域。
关于《南湾市共享单车管理办法（征求意见稿）》的起草说明
一、起草背景
近年来共享单车数量增长较快。
"""


def kinds(text: str) -> list[str]:
    return [part.kind for part in read(text).parts]


def test_a_notice_that_carries_an_act_gives_two_parts_and_its_attachments() -> None:
    document = read(CARRIED_ACT)
    assert [part.kind for part in document.parts] == ["notice", "act", "form", "attachment"]
    assert [document.slice(part.title).replace("\n", "") for part in document.parts] == [
        "青溪县人民政府办公室关于印发青溪县犬只管理办法的通知",
        "青溪县犬只管理办法",
        "养犬登记申请表",
        "禁养犬名录",
    ]


def test_a_call_for_comments_gives_notice_draft_and_note() -> None:
    assert kinds(CONSULTATION) == ["notice", "act", "note"]


def test_parts_cover_the_whole_text_without_overlap() -> None:
    for text in (CARRIED_ACT, CONSULTATION, NOTICE, "", "\n\n", "只有一句话"):
        parts = read(text).parts
        assert parts[0].span.start == 0
        assert parts[-1].span.end == len(text)
        assert all(one.span.end == other.span.start for one, other in pairwise(parts))


def test_head_and_tail_are_found() -> None:
    document = read(CARRIED_ACT)
    assert document.slice(document.number) == "青政办规〔2024〕7号"
    assert document.slice(document.signature) == "青溪县人民政府办公室"
    assert document.dated == date(2024, 5, 20)
    assert document.slice(document.dated_at) == "2024年5月20日"
    assert document.issuer == "青溪县人民政府办公室"


def test_a_curators_place_name_is_no_part_of_the_title() -> None:
    document = read(NOTICE)
    assert document.slice(document.title) == "北山市住房保障中心关于调整公租房申请条件的通知"
    assert document.dated == date(2025, 3, 1)


def test_a_title_over_three_lines_is_one_title() -> None:
    text = (
        "东原市人民政府\n关于加强城市道路停车\n管理的通告\n为规范停车秩序，现通告如下：\n一、机动车应当停放在泊位内。\n"
    )
    document = read(text)
    assert document.slice(document.title).replace("\n", "") == "东原市人民政府关于加强城市道路停车管理的通告"
    assert document.issuer == "东原市人民政府"


@pytest.mark.parametrize(
    "number",
    [
        "南政发〔2024〕12号",
        "南政发[2024]12号",
        "南政发【2024】12号",
        "南政发（2024）12号",
        "南政发(2024)12号",
        "南政办规字〔2024〕3号",
        "南水市公告2024年第3号",
        "南水市人民政府令第45号",
    ],
)
def test_a_number_on_its_own_line_is_found_in_every_bracket(number: str) -> None:
    document = read(f"南水市人民政府关于加强河道管理的通知\n{number}\n各区人民政府：\n请遵照执行。\n")
    assert document.slice(document.number) == number
    assert [clause.kind for clause in document.clauses][:3] == ["title", "number", "addressee"]


def test_a_number_among_the_particulars_or_in_the_title_is_found() -> None:
    above = read(
        "索引号：0001　发文字号：南政发〔2024〕9号　发布日期：2024-03-01\n关于规范户外广告的通知\n请遵照执行。\n"
    )
    assert above.slice(above.number) == "南政发〔2024〕9号"
    assert above.slice(above.title) == "关于规范户外广告的通知"
    beside = read("关于规范户外广告的通知（南城规〔2024〕9号）\n第一条　广告应当安全。\n")
    assert beside.slice(beside.number) == "南城规〔2024〕9号"


def test_a_number_that_the_body_cites_is_not_the_papers_own() -> None:
    document = read("关于规范停车的通知\n根据《停车管理办法》（南政发〔2019〕3号），现通知如下。\n一、规范停车。\n")
    assert document.number is None


@pytest.mark.parametrize("line", ["各县（区）人民政府，市直各部门:", "局属各单位：", "广大业主朋友：", "各有关单位："])
def test_an_addressee_ends_in_a_colon(line: str) -> None:
    clauses = read(f"关于规范停车的通知\n{line}\n请遵照执行。\n").clauses
    assert clauses[1].kind == "addressee"


@pytest.mark.parametrize("line", ["申请人应当提交下列材料：", "现将有关事项通知如下：", "局属单位应当报送以下内容："])
def test_a_lead_in_is_no_addressee(line: str) -> None:
    clauses = read(f"关于规范停车的通知\n{line}\n一、证明。\n").clauses
    assert clauses[1].kind == "paragraph"


def test_several_signing_organs_are_all_issuers() -> None:
    document = read("关于规范停车的通知\n一、规范停车。\n东原市公安局\n东原市城市管理局\n2024年3月1日\n")
    assert document.issuer == "东原市公安局、东原市城市管理局"


def test_a_date_that_does_not_exist_leaves_its_place_but_no_day() -> None:
    document = read("关于规范停车的通知\n一、规范停车。\n东原市公安局\n2024年2月30日\n")
    assert document.dated is None
    assert document.slice(document.dated_at) == "2024年2月30日"


def test_an_act_alone_is_one_part() -> None:
    document = read("东原市停车管理办法\n第一条　为了规范停车，制定本办法。\n第二条　车辆应当入位。\n")
    assert [part.kind for part in document.parts] == ["act"]
    assert document.slice(document.title) == "东原市停车管理办法"


def test_a_bare_clause_has_no_title() -> None:
    document = read("申请人应当提交无犯罪记录证明")
    assert document.title is None
    assert [clause.kind for clause in document.clauses] == ["paragraph"]


def test_a_paper_saved_as_one_line_is_still_told_apart() -> None:
    body = " ".join(f"第{number}条 运营企业应当按照规定报送车辆信息，接受监督检查。" for number in "二三四五六七八九")
    text = f"为规范管理，现予公布。 东原市交通运输局 2024年3月1日 附件 东原市单车管理办法 第一章 总 则 第一条 制定本办法。 {body}"
    document = read("东原市单车管理办法\n" + text * 2)
    labels = [clause.label for clause in document.clauses if clause.kind == "article"]
    assert labels[:3] == ["第一条", "第二条", "第三条"]
    assert document.dated == date(2024, 3, 1)


def test_an_order_is_signed_by_a_person_and_issued_by_the_organ_it_names() -> None:
    text = "南水市人民政府令\n第45号\n《南水市消防办法》已经通过，现予公布。\n市 长 李大河\n2024年3月1日\n南水市消防办法\n第一条　制定本办法。\n"
    document = read(text)
    assert document.issuer == "南水市人民政府"
    assert document.slice(document.signature) == "市 长 李大河"


def test_a_stage_in_brackets_below_the_title_belongs_to_it() -> None:
    document = read("南水市消防办法\n（征求意见稿）\n第一条　制定本办法。\n")
    assert document.slice(document.title) == "南水市消防办法\n（征求意见稿）"
