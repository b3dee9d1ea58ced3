"""Steps told with their days."""

from __future__ import annotations

import pytest

from tests.match.papers import fired

HEAD = "关于《××县养犬管理办法》的起草说明\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "2025年5月8日县政府常务会议审议通过，5月20日县司法局出具合法性审核意见。",
            ["5月20日县司法局出具合法性审核意见"],
        ),
        ("2025年4月20日县司法局出具合法性审核意见，5月8日县政府常务会议审议通过。", []),
        ("2024年12月20日公开征求社会意见，2025年1月30日局务会议审议。", []),
        ("2025年5月8日县政府常务会议审议通过，拟于5月20日送合法性审核。", []),
        ("5月20日县司法局出具合法性审核意见。", []),
    ],
)
def test_a_step_after_the_deliberation_is_told(sentence: str, found: list[str]) -> None:
    assert fired("steps-out-of-order", HEAD + sentence) == found
