"""The time a draft is open to comment."""

from __future__ import annotations

import pytest

from checker.model import Severity
from tests.match.papers import trials

HEAD = "关于公开征求《××市餐饮油烟管理办法（征求意见稿）》意见的公告\n"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("现向社会公开征求意见，期限为7日，欢迎餐饮经营者参与。", ["7"]),
        ("现向社会公开征求企业意见，为期10个工作日。", ["14"]),
        ("现向社会公开征求企业意见，时间为2025年3月2日至3月20日。", ["19"]),
        ("现向社会公开征求企业意见，时间为2025年12月20日至1月25日。", []),
        ("现向社会公开征求企业意见，时间为2月20日至3月21日。", []),
        ("现向社会公开征求企业意见，期限为30日。", []),
        ("请经营者自公告发布之日起七日内将意见反馈至我局。", ["7"]),
        ("请企业在10个工作日内提出意见。", ["14"]),
        ("草案挂在门户网站，公开征求企业意见。征集期限为12天，逾期不再受理。", ["12"]),
        ("街道审核后在官网公示补贴名单。公示时间为5个工作日。", []),
        ("书面征求各部门意见，为期5个工作日。", []),
        ("现向社会公开征求企业意见，共收到意见12条。", []),
    ],
)
def test_fewer_than_thirty_days_are_told(sentence: str, days: list[str]) -> None:
    assert [trial.says["days"] for _, trial in trials("short-consultation", HEAD + sentence, "draft")] == days


@pytest.mark.parametrize(
    ("sentence", "cap"),
    [
        ("现向社会公开征求意见，期限为10日，欢迎餐饮经营者参与。", None),
        ("因情况紧急，向社会公开征求餐饮经营者意见缩短为10日。", Severity.INFO),
    ],
)
def test_a_reason_makes_it_a_hint(sentence: str, cap: Severity | None) -> None:
    assert [trial.cap for _, trial in trials("short-consultation", HEAD + sentence, "draft")] == [cap]
