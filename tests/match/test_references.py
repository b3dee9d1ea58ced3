"""Own articles, paragraphs and attachments; the name a paper gives itself."""

from __future__ import annotations

import pytest

from tests.match.papers import fired, notice

ACT = "××县养犬管理办法\n第一条 为了规范养犬行为，制定本办法。\n第二条 养犬应当登记。\n第三条 遛犬应当束犬链。\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("第四条 违反本办法第三十条的，依法处理。", ["本办法第三十条"]),
        ("第四条 违反本办法第三条的，依法处理。", []),
        ("第四条 违反本办法第二条第三款的，依法处理。", ["本办法第二条第三款"]),
        ("第四条 违反《××市养犬条例》第三十条的，依法处理。", []),
    ],
)
def test_own_articles_that_do_not_exist(line: str, found: list[str]) -> None:
    assert fired("missing-own-article", ACT + line) == found


def test_an_excerpt_is_not_held_to_articles_it_does_not_show() -> None:
    assert fired("missing-own-article", "第八条 违反本办法第三十条的，依法处理。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第一条 制定本办法。\n第二条 前款规定的犬只应当登记。\n第三条 施行。", ["前款"]),
        ("第一条 制定本办法。\n第二条 养犬应当登记。\n前款规定的登记由公安机关办理。", []),
        ("第一条 违反前条规定的，依法处理。\n第二条 养犬应当登记。", ["前条"]),
        ("第一条 养犬应当登记。\n第二条 违反前条规定的，依法处理。", []),
        ("第一条 养犬应当登记。\n第二条 违反前两条规定的，依法处理。", ["前两条"]),
    ],
)
def test_previous_paragraphs_that_do_not_exist(text: str, found: list[str]) -> None:
    assert fired("missing-previous", text) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("第四条 违反本规定的，依法处理。", ["本规定"]),
        ("第四条 违反本办法的，依法处理。", []),
        ("第四条 遵守基本规则。", []),
    ],
)
def test_a_paper_calls_itself_by_one_name(line: str, found: list[str]) -> None:
    assert fired("foreign-own-name", ACT + line) == found


def test_attachments_that_the_paper_does_not_have() -> None:
    listed = "申报表见附件1，承诺书见附件3。\n附件：1.申报表\n2.汇总表"
    assert fired("missing-attachment", notice(body=listed)) == ["附件3"]
    assert fired("missing-attachment", notice(body="标准按照附件执行。")) == ["按照附件"]
    assert fired("missing-attachment", notice(body="按照《××办法》附件3执行。\n附件：1.申报表\n2.汇总表")) == []


def test_the_list_of_attachments_and_what_follows() -> None:
    listed = notice(body="养犬人应当登记。\n附件：1.登记表\n2.承诺书")
    both = listed + "\n附件1\n登记表\n姓名、住址\n附件2\n承诺书\n本人承诺"
    one = listed + "\n附件1\n登记表\n姓名、住址"
    more = both + "\n附件3\n汇总表\n合计"
    assert fired("absent-attachment", both) == []
    assert fired("absent-attachment", one) == ["2.承诺书"]
    assert fired("unlisted-attachment", both) == []
    assert fired("unlisted-attachment", more) == ["附件3"]
