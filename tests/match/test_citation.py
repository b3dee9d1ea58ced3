"""Citations are judged by the law of the paper's own day."""

from __future__ import annotations

from datetime import date

import pytest

from checker.api import document, load_rules
from checker.engine import trials
from checker.laws import load_laws
from checker.read import read_text

LAWS = load_laws()


def _found(text: str, day: date, kind: str = "normative") -> list[tuple[str, str]]:
    rules = load_rules()
    mine = rules.only([rule for rule in rules.rules if rule.id.startswith("citations/")])
    paper = document(read_text(text), kind)
    return [
        (paper.slice(trial.span), (trial.cap or rule.severity).value)
        for rule, trial in trials(paper, mine, LAWS, day)
        if trial.fired
    ]


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("依据《物权法》处理。", date(2020, 12, 31), []),
        ("依据《物权法》处理。", date(2021, 1, 1), [("《物权法》", "error")]),
        ("依据《大气污染防治法》处理。", date(2026, 8, 14), []),
        ("依据《大气污染防治法》处理。", date(2026, 8, 15), [("《大气污染防治法》", "error")]),
        ("由市工商局负责。", date(2018, 1, 1), []),
        ("由市工商局负责。", date(2025, 1, 1), [("工商局", "warning")]),
        ("依据《劳动合同法》处理。", date(2025, 1, 1), []),
    ],
)
def test_the_day_decides(text: str, day: date, found: list[tuple[str, str]]) -> None:
    assert _found(text, day) == found


@pytest.mark.parametrize(
    "text",
    [
        "《中华人民共和国合同法》同时废止。",
        "原《合同法》规定的格式条款，按照民法典执行。",
        "1999年颁布的《合同法》对此作了规定。",
        "民法典施行前签订的合同，适用当时的《合同法》。",
        "《合同法》已被《民法典》取代。",
    ],
)
def test_telling_of_a_dead_law_is_not_relying_on_it(text: str) -> None:
    assert _found(text, date(2025, 1, 1)) == []


def test_a_paper_without_a_date_is_judged_mildly_if_its_number_is_old() -> None:
    text = "××市人民政府关于加强犬只管理的通知\n×政发〔2019〕12号\n各乡镇人民政府：\n依据《侵权责任法》处理。"
    assert _found(text, date(2025, 1, 1)) == [("《侵权责任法》", "info")]


def test_only_the_number_is_quoted_where_its_form_is_at_fault() -> None:
    text = "根据《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发[2018]37号）执行。"
    assert _found(text, date(2025, 1, 1)) == [("国办发[2018]37号", "warning")]
