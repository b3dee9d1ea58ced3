"""Everything a text cites, in all the ways it can be written."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from checker.laws.cite import Citation, find_citations

NOTICE = "加强行政规范性文件制定和监督管理工作的通知"
CASES: dict[str, list[str]] = {
    "根据《中华人民共和国行政许可法》第十五条，制定本办法。": ["titled 中华人民共和国行政许可法 第十五条"],
    "依据行政许可法第十五条办理。": ["bare 行政许可法 第十五条"],
    "依照《价格法》第九条之一、《消防法》第十条第二款处理。": [
        "titled 价格法 第九条之一",
        "titled 消防法 第十条第二款",
    ],
    "按照《行政处罚法》（2017年修正）第三十一条告知。": ["titled 行政处罚法 v2017 第三十一条"],
    "违反《中华人民共和国土地管理法》（2019修订）的。": ["titled 中华人民共和国土地管理法 v2019"],
    f"落实《{NOTICE}》（国办发〔2018〕37号）要求。": [f"titled {NOTICE} 国办发〔2018〕37号"],
    "按照国办发〔2018〕115号文件精神执行。": ["number 国办发〔2018〕115号"],
    "国务院令第722号《优化营商环境条例》第十三条规定。": ["titled 优化营商环境条例 国务院令第722号 第十三条"],
    "执行中华人民共和国国务院令（第713号）。": ["number 国务院令第713号"],
    "国家发展和改革委员会第16号令已经公布。": ["number 国家发展和改革委员会令第16号"],
    "《关于印发〈某市小餐饮管理办法〉的通知》（某政发〔2020〕3号）继续有效。": [
        "titled 关于印发〈某市小餐饮管理办法〉的通知 某政发〔2020〕3号"
    ],
    "《关于印发《某市小餐饮管理办法》的通知》继续有效。": ["titled 关于印发《某市小餐饮管理办法》的通知"],
    "《某市停车条例》（以下简称《条例》）已经公布，《条例》第三条要求备案。": [
        "titled 某市停车条例",
        "titled 某市停车条例 第三条",
    ],
    "根据《中华人民共和国噪声污染防治法》（以下简称噪声法）和噪声法第九条。": [
        "titled 中华人民共和国噪声污染防治法",
        "bare 中华人民共和国噪声污染防治法 第九条",
    ],
    "按本办法第五条第二款备案。": ["self 本办法 第五条第二款"],
    "依照前款规定处理，同时适用第七条。": ["previous ", "self  第七条"],
    "依据《保障农民工工资支付条例》，违反该条例第五十五条的。": [
        "titled 保障农民工工资支付条例",
        "previous 保障农民工工资支付条例 第五十五条",
    ],
    "按照某市物业管理条例第三条办理。": ["bare 某市物业管理条例 第三条"],
    "《中华人民共和国民法典》第三编第二章第五百零二条。": ["titled 中华人民共和国民法典 第五百零二条"],
    "《 安全生产法 》 第 二 十 条": ["titled 安全生产法 第二十条"],
    "报县工商局登记。": ["organ 工商局"],
    # what is no citation
    "签订《商品房买卖合同》，领取《不动产权证书》。": [],
    "河南省消防条例草案、省实施消防法办法另行公布。": [],
    "法律关系、合同法律文书、保险公司法定代表人。": [],
    "原工商局职责并入市场监管局，文化和旅游局、农业部门配合。": [],
    "某市小餐饮管理办法 第一条 为了规范经营，制定本办法。": [],
}


def _told(citation: Citation) -> str:
    version = f"v{citation.version}" if citation.version else ""
    parts = [citation.title, version, citation.number, *(ref.label for ref in citation.articles)]
    return f"{citation.kind} {' '.join(filter(None, parts))}" if any(parts) else f"{citation.kind} "


@pytest.mark.parametrize("text", CASES)
def test_citations_are_found_as_they_are_written(text: str) -> None:
    found = [_told(citation) for citation in find_citations(text)]
    assert [" ".join(one.split()) for one in found] == [" ".join(one.split()) for one in CASES[text]]


def test_a_span_covers_title_number_and_articles() -> None:
    text = "落实《某通知》（国办发〔2018〕37号）第二条的要求"
    (citation,) = find_citations(text)
    assert text[slice(*citation.span)] == "《某通知》（国办发〔2018〕37号）第二条"


def test_what_is_wrong_with_the_form_of_a_number_is_told() -> None:
    faulty = [
        "国办发[2018]37号",
        "国办发（2018）37号",
        "国办发〔2018〕第37号",
        "国办发〔18〕37号",
        "国办发〔2018〕037号",
    ]
    found = [find_citations(text)[0] for text in faulty]
    assert all(citation.form_fault and citation.number == "国办发〔2018〕37号" for citation in found)
    assert find_citations("国办发〔2018〕37号")[0].form_fault == ""


def test_no_two_citations_share_a_character() -> None:
    found = find_citations("".join(CASES))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_three_thousand_citations_in_sixty_thousand_characters_take_under_a_second() -> None:
    text = "".join(CASES)
    text = (text * (60_000 // len(text) + 1))[:60_000]
    started = time.perf_counter()
    find_citations(text)
    assert time.perf_counter() - started < 1
